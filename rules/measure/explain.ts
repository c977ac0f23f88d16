import type { Text } from '../text.ts'
import { measureOf } from './measures.ts'

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

const nameOf = (arithmetic: Readonly<Record<string, unknown>>): Text => {
  const id = String(arithmetic.measure)
  return measureOf(id)?.label ?? { zh: id, en: id }
}

/** How a measure came about, and what became of it. */
export const measureSentences: Readonly<Record<string, Sentence>> = {
  measureProposed: (given) => ({
    zh: `建议${nameOf(given).zh}，待总经理批准，批准前不执行。`,
    en: `Proposed: ${nameOf(given).en}; nothing of it happens before the general manager approves.`,
  }),
  measureApproved: (given) => ({
    zh: `经提出和裁定，给予：${nameOf(given).zh}。`,
    en: `Proposed and approved: ${nameOf(given).en}.`,
  }),
  measureDeclined: () => ({ zh: '总经理未批准该建议。', en: 'The general manager did not approve the proposal.' }),
}
