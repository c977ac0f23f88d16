import type { TableCell } from 'pdfmake/interfaces'
import type { Db } from '../../db/client.ts'
import { listNames } from '../../db/person/readPeople.ts'
import { readCase } from '../../db/case/read.ts'
import type { Instant } from '../../rules/instant.ts'
import { scopeOf, type Action, type Scope } from '../../rules/permissions.ts'
import type { PaperForm } from '../../rules/print/forms.ts'
import { refuse } from '../../rules/problem.ts'
import type { Text } from '../../rules/text.ts'
import { drawable } from '../pdf/document.ts'
import { box } from '../pdf/parts.ts'
import { clock } from '../pdf/text.ts'
import type { Caller } from '../http/route.ts'
import type { Paper } from './paper.ts'

/** Who wants which form of which case. */
export interface Wanted {
  db: Db
  caseId: string
  caller: Caller
  now: Instant
}

/** Reads what a form says, for somebody who may read its case. Refuses as reading that case would. */
export type ReadPaper = (
  wanted: Wanted,
) => Promise<Omit<Paper, 'title' | 'company' | 'clause' | 'caseId'> & { clause?: string }>

/** How far an action reaches for whoever asks. Refuses one they may not do anywhere, as its route would. */
export function reachFor({ caller }: Wanted, action: Action): Scope {
  const scope = scopeOf(caller.grants, action)
  return scope.length === 0 ? refuse('caller.forbidden') : scope
}

/** All facts and promises of a case that was found to be within reach already. */
export const wholeCase = async ({ db, caseId, caller }: Wanted) =>
  (await readCase(db, caseId, 'own', caller.personId)) ?? refuse('case.unknown', { field: 'id' })

/** What people are called. */
export async function namesIn(db: Db): Promise<(id: string | null | undefined) => string> {
  const names = new Map((await listNames(db)).map(({ id, name }) => [id, name]))
  return (id) => (id ? (names.get(id) ?? '') : '')
}

/** The clause that a form stands under: its own, or that of the promise it keeps. A house rule is none. */
export function clauseOf(
  { clause, promise }: PaperForm,
  obligations: readonly { promise: string; clause: string }[],
): string | null {
  const found = clause ?? obligations.find((row) => row.promise === promise)?.clause
  return found && !found.startsWith('house:') ? found : null
}

const DATE = '日期 Date：　　年　月　日'

/** A place for a signature with the name of who signed in the system, and when; room for a pen where nobody did. */
export const namedBox = (label: Text, name: string, at: Instant | undefined): TableCell =>
  box(
    label,
    at === undefined ? DATE : `${clock(at)}（系统内 in the system）`,
    name ? { text: drawable(name), fontSize: 12, margin: [0, 6, 0, 6] } : undefined,
  )
