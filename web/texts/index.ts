import { calls } from './calls.ts'
import { cases } from './cases.ts'
import { common } from './common.ts'
import { incidents } from './incidents.ts'
import { rulebook } from './rulebook.ts'
import { shell } from './shell.ts'
import { tasks } from './tasks.ts'
import { workplace } from './workplace.ts'

/** Every word of the pages, in both languages; one that is missing does not compile. */
export const texts = { common, shell, workplace, calls, cases, incidents, tasks, rulebook }
