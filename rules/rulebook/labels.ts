import type { Text } from '../text.ts'

/**
 * What people call the promises of a draft, in the order in which they are owed: a rulebook is in force once published
 * (S4-C-7), is revised as needed (S4-F-25), and each version says who signed it (S2-T0-2).
 */
export const rulebookPromises = {
  draft: { zh: '起草制度', en: 'Draft the rulebook' },
  review: { zh: '审核草案', en: 'Review the draft' },
  approve: { zh: '批准草案', en: 'Approve the draft' },
  publish: { zh: '发布制度', en: 'Publish the rulebook' },
  publicise: { zh: '宣贯制度', en: 'Publicise the rulebook' },
  acknowledge: { zh: '确认已阅读制度', en: 'Acknowledge the rulebook' },
} as const satisfies Record<string, Text>

/** All that is done once more when a draft is sent back. */
export const FROM_DRAFT = Object.keys(rulebookPromises) as (keyof typeof rulebookPromises)[]

/** What a version is called by its kind. */
export const versionKindLabels: Readonly<Record<string, Text>> = {
  base: { zh: '初版', en: 'First version' },
  amendment: { zh: '修订', en: 'Amendment' },
  erratum: { zh: '勘误', en: 'Erratum' },
  merged: { zh: '并入此后的修订', en: 'Takes in what changed since' },
}
