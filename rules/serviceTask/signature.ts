import type { Text } from '../text.ts'

/** Why the customer did not sign, as the engineer reports it. What it means is for the general manager (S0-A-7.3c). */
export const NOT_SIGNED = ['refused', 'unreachable'] as const
export type NotSigned = (typeof NOT_SIGNED)[number]
export const notSignedLabels = {
  refused: { zh: '客户拒签', en: 'The customer refused' },
  unreachable: { zh: '联系不到客户', en: 'The customer could not be reached' },
} as const satisfies Record<NotSigned, Text>

/** What the general manager may find about a signature. */
export const FINDINGS = ['excused', 'missing', 'forged'] as const
export type Finding = (typeof FINDINGS)[number]
export const findingLabels = {
  excused: { zh: '事出有因，不追究', en: 'Excused' },
  missing: { zh: '无故缺签', en: 'Missing without excuse' },
  forged: { zh: '伪造签字', en: 'Forged' },
} as const satisfies Record<Finding, Text>
