import { type Template, yuan } from '../notification/template.ts'
import type { Text } from '../text.ts'

/** Why a bonus is ranked anew. */
const cause = ({ cause: by }: Readonly<Record<string, unknown>>): Text =>
  by === 'erratum'
    ? { zh: '奖金参数有勘误', en: 'an erratum corrected what the bonus is computed with' }
    : {
        zh: '该半年的考核记录有变（补录、更正、豁免或申诉）',
        en: "the half-year's records changed (a late event, a correction, a waiver or an appeal)",
      }

/** What people are told about bonus and allowances. */
export const payTemplates = {
  'pay.bonusApproved': ({ params }) => ({
    title: {
      zh: `${String(params.half)} 奖金：${yuan(params.amountFen)}`,
      en: `Bonus of ${String(params.half)}: ${yuan(params.amountFen)}`,
    },
    body: {
      zh: '总经理已批准，随本月工资发放。排名和系数见本人薪酬明细。',
      en: "The general manager has approved it; it comes with this month's pay, whose statement shows rank and coefficient.",
    },
  }),
  'pay.bonusReturned': ({ params }) => ({
    title: {
      zh: `${String(params.half)} 奖金方案被退回`,
      en: `The bonus proposal of ${String(params.half)} was sent back`,
    },
    body: {
      zh: '理由见方案。请改正后重新提出。',
      en: 'The reason stands with the proposal. Correct it and propose it again.',
    },
  }),
  'pay.bonusChanged': ({ params }) => ({
    title: {
      zh: `${String(params.half)} 奖金重新排名，差额 ${yuan(params.amountFen)}`,
      en: `Bonus of ${String(params.half)} ranked anew, a difference of ${yuan(params.amountFen)}`,
    },
    body: {
      zh: `${cause(params).zh}。原排名冲回、重新记入，差额随本月薪酬；依据见本人薪酬明细。`,
      en: `This is because ${cause(params).en}. The earlier place is taken back and entered anew; the difference comes with this month's pay, whose statement explains it.`,
    },
  }),
  'pay.bonusReranked': ({ params }) => ({
    title: {
      zh: `${String(params.half)} 奖金重新排名：${String(params.people)} 人有变，合计 ${yuan(params.amountFen)}`,
      en: `Bonus of ${String(params.half)} ranked anew: ${String(params.people)} changed, ${yuan(params.amountFen)} in all`,
    },
    body: {
      zh: `${cause(params).zh}。各人的冲回与重记见奖金方案，差额列入本月考核表旁的薪酬。`,
      en: `This is because ${cause(params).en}. Each place taken back and entered anew stands with the bonus; the differences go beside the sheet of this month.`,
    },
  }),
  'pay.rateDecided': ({ params }) => ({
    title: {
      zh: `特殊地区出差补助 ${yuan(params.perDayFen)}／天：${params.outcome === 'approved' ? '已批准' : '未批准'}`,
      en: `Special travel allowance of ${yuan(params.perDayFen)} a day: ${params.outcome === 'approved' ? 'approved' : 'declined'}`,
    },
    body: { zh: '由总经理特批。', en: 'Decided by the general manager.' },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
