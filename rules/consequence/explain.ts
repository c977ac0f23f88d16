import { accidentSentences } from '../accident/explain.ts'
import { attendanceSentences } from '../attendance/explain.ts'
import { clause, isClauseId } from '../clauses/index.ts'
import { conductSentences } from '../conduct/explain.ts'
import { measureSentences } from '../measure/explain.ts'
import { reportSentences } from '../report/explain.ts'
import { aspectLabels, type Aspect } from '../serviceTask/ratings.ts'
import type { Text } from '../text.ts'
import { paySentences } from '../pay/explain.ts'
import { windowSentences } from '../window/explain.ts'
import { signedMoney, withChange } from './change.ts'
import { moment as time } from './moment.ts'

/** What an entry needs to explain itself. */
export interface Explainable {
  kind: string
  clause: string
  policy: string
  policyVersion: number
  amountFen: number
  arithmetic: Readonly<Record<string, unknown>>
}

export interface Explanation {
  /** The clause's title; its id stands beside it in the entry. */
  title: Text
  /** Which rulebook, in which version. */
  basis: Text
  /** How the amount came about. */
  because: Text
}

/** An entry in words: the clause it rests on, the version of the rulebook, and the arithmetic. */
export function explain(entry: Explainable): Explanation {
  const { clause: id, policy, policyVersion, arithmetic, amountFen } = entry
  const found = isClauseId(id) ? clause(id) : { zh: '内部规则', en: 'House rule' }
  const how = (sentences[String(arithmetic.rule)] ?? unknown)(arithmetic)
  const sum = signedMoney(amountFen)
  return {
    title: { zh: found.zh, en: found.en },
    basis: { zh: `${policy} 第 ${policyVersion} 版`, en: `${policy}, version ${policyVersion}` },
    because: amountFen === 0 ? how : { zh: `${how.zh}金额 ${sum}。`, en: `${how.en} Amount: ${sum}.` },
  }
}

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

const unknown: Sentence = () => ({ zh: '', en: '' })

/** How the person came to know of it. */
const KNOWN: Readonly<Record<string, Record<keyof Text, (at: string) => string>>> = {
  opened: { zh: (at) => `本人于 ${at} 知悉`, en: (at) => `Seen at ${at}` },
  handedOver: { zh: (at) => `${at} 当面送达本人`, en: (at) => `Handed over personally at ${at}` },
  delivered: {
    zh: (at) => `通知已送达而本人未打开，自 ${at} 起视为知悉`,
    en: (at) => `Delivered but not opened; it counts as seen from ${at}`,
  },
}

/** One sentence for each way in which an entry comes about. */
const sentences: Readonly<Record<string, Sentence>> = {
  late: ({ dueAt, settledAt }) => ({
    zh: `应于 ${time(dueAt)} 前完成，${settledAt ? `实际于 ${time(settledAt)} 完成` : '到期时尚未完成'}。`,
    en: `Due by ${time(dueAt)}; ${settledAt ? `done at ${time(settledAt)}` : 'not done when that passed'}.`,
  }),
  onTime: ({ dueAt, settledAt }) => ({
    zh: `证据表明于 ${time(settledAt)} 完成，未超过 ${time(dueAt)}，原记录冲回。`,
    en: `The evidence shows that it was done at ${time(settledAt)}, within ${time(dueAt)}; the entry is reversed.`,
  }),
  excused: ({ dueAt }) => ({
    zh: `超过 ${time(dueAt)} 的原因已获认可，原记录冲回。`,
    en: `The cause of passing ${time(dueAt)} was accepted; the entry is reversed.`,
  }),
  void: () => ({ zh: '该事项不应承担，原记录冲回。', en: 'It was never owed; the entry is reversed.' }),
  redue: ({ dueAt }) => ({
    zh: `时限改为 ${time(dueAt)}，原记录冲回。`,
    en: `The due time has become ${time(dueAt)}; the entry is reversed.`,
  }),
  poor: ({ aspect, signedAt }) => {
    const { zh, en } = aspectLabels[aspect as Aspect] ?? { zh: '', en: '' }
    return {
      zh: `客户于 ${time(signedAt)} 签字，“${zh}”一项评为差。`,
      en: `The customer signed at ${time(signedAt)} and scored ${en.toLowerCase()} as poor.`,
    }
  },
  fair: ({ count, signedAt }) => ({
    zh: `截至 ${time(signedAt)}，同时或连续满 ${String(count)} 个中评。`,
    en: `${String(count)} fair ratings at once or in a row, as of ${time(signedAt)}.`,
  }),
  signature: ({ signedAt }) => ({
    zh: `${time(signedAt)} 的责任书经裁定缺少客户签字或签字系伪造，按三个差评计。`,
    en: `The form of ${time(signedAt)} was found to lack the customer's signature or to bear a forged one: three poor ratings.`,
  }),
  rating: (given) =>
    withChange(
      {
        zh: '评分记录补齐或更正后不再成立，原记录冲回。',
        en: 'It no longer follows from the ratings as they are now known; the entry is reversed.',
      },
      given,
    ),
  confirmed: () => ({
    zh: '所述原因未获认可，原记录确认。',
    en: 'The cause given was not accepted; the entry is confirmed.',
  }),
  unanswered: ({ seenAt, workingDays, by }) => {
    const how = KNOWN[String(by ?? 'opened')] ?? KNOWN.opened!
    return {
      zh: `${how.zh(time(seenAt))}，${String(workingDays)} 个工作日内未说明原因，原记录确认。`,
      en: `${how.en(time(seenAt))}; no cause was given within ${String(workingDays)} working days, so the entry is confirmed.`,
    }
  },
  sheetSigned: ({ month }) => ({
    zh: `${String(month)} 考核表经总经理签字，奖励确认。`,
    en: `The general manager signed the assessment sheet of ${String(month)}; the reward is confirmed.`,
  }),
  accepted: () => ({ zh: '所述原因获认可，予以免除。', en: 'The cause given was accepted, and the entry is waived.' }),
  appealUpheld: () => ({ zh: '申诉裁定：维持原记录。', en: 'Decided on appeal: the entry stands.' }),
  appealReduced: ({ beforeFen, remainingFen }) => ({
    zh: `申诉裁定：由 ${signedMoney(Number(beforeFen))} 减为 ${signedMoney(-Number(remainingFen))}。`,
    en: `Decided on appeal: reduced from ${signedMoney(Number(beforeFen))} to ${signedMoney(-Number(remainingFen))}.`,
  }),
  appealLifted: () => ({ zh: '申诉裁定：原记录撤销。', en: 'Decided on appeal: the entry is lifted.' }),
  byTheCase: ({ proposedFen, maxFen }) => ({
    zh: `按情况提出并经裁定，建议 ${plain(proposedFen)}，上限 ${plain(maxFen)}。`,
    en: `Proposed by the case and approved: ${plain(proposedFen)} proposed, ${plain(maxFen)} at most.`,
  }),
  statementByTheCase: () => ({
    zh: '按情况提出并经裁定，须书面说明。',
    en: 'Proposed by the case and approved: a written statement is required.',
  }),
  coverUp: () => ({
    zh: '总经理裁定客户签字时认定，主管包庇或纵容签字缺失、伪造。',
    en: 'Found by the general manager on deciding about the signature: the supervisor covered up or tolerated it.',
  }),
  waived: () => ({ zh: '总经理予以免除。', en: 'The general manager has waived it.' }),
  ...accidentSentences,
  ...windowSentences,
  ...measureSentences,
  ...conductSentences,
  ...reportSentences,
  ...attendanceSentences,
  ...paySentences,
}

/** An amount without its sign. */
const plain = (fen: unknown) => `¥${(Number(fen) / 100).toFixed(2)}`
