import type { LocalDate } from '../instant.ts'
import type { Text } from '../text.ts'

/** A rulebook as a controlled document: what its cover states, and the revisions it lists from before it was kept here. */
export interface ControlledDocument {
  clause: string
  number: string
  /** Of the quality system: a document of the third level is a working instruction. */
  level: number
  edition: string
  effectiveOn: LocalDate
  revisions: readonly { on: LocalDate; edition: string; note: Text }[]
}

/** The covers that the rulebooks print, by rulebook (S2-T0-1), with their own lists of revisions (S2-T0-2). */
export const documents: Readonly<Record<string, ControlledDocument>> = {
  S2: {
    clause: 'S2-T0-1',
    number: 'CL/WP-YX-KF-004',
    level: 3,
    edition: 'A/0',
    effectiveOn: '2016-10-15',
    revisions: [
      { on: '2015-01-01', edition: 'A/0', note: { zh: '首次发布', en: 'First issue' } },
      { on: '2016-09-20', edition: 'A/0', note: { zh: '修订', en: 'Revised' } },
    ],
  },
}
