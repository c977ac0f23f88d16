import { staffChangePromises } from '../../rules/staffChange/labels.ts'
import type { Say } from '../language.tsx'
import { changes as words } from '../texts/staffChanges.ts'

/** What a promise that breaks is called. */
export const brokenLabel = (promise: string, say: Say) =>
  say(promise === 'start' ? words.startBreaks : staffChangePromises[promise]!)
