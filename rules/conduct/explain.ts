import { clause, isClauseId } from '../clauses/index.ts'
import type { Text } from '../text.ts'

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

const itemOf = (id: string): Text => (isClauseId(id) ? clause(id) : { zh: id, en: id })

/** How conduct points came about, and why they were taken back. */
export const conductSentences: Readonly<Record<string, Sentence>> = {
  conduct: ({ item, points, minutes }) => ({
    zh: `${itemOf(String(item)).zh}${minutes ? `，共 ${String(minutes)} 分钟` : ''}，记 ${String(points)} 分。`,
    en: `${itemOf(String(item)).en}${minutes ? `, ${String(minutes)} minutes` : ''}: ${String(points)} points.`,
  }),
  conductErratum: ({ was, points }) => ({
    zh: `制度更正：该行为原记 ${String(was)} 分，${points === null ? '更正后不扣分' : `现按更正后的条文记 ${String(points)} 分`}，原记录冲回。`,
    en: `The rulebook was corrected: it cost ${String(was)} points and ${points === null ? 'costs none' : `costs ${String(points)} as corrected`}; the entry is reversed.`,
  }),
  conductTakenBack: () => ({
    zh: '记分有误，予以冲回。',
    en: 'The points were entered by mistake and are taken back.',
  }),
}
