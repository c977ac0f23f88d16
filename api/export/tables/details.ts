import { localDate, localTime } from '../../../rules/time/local.ts'
import { kindLabels } from '../../assessment/kinds.ts'
import { one as sheet } from '../../assessment/routes.ts'
import { one as backtest } from '../../backtest/routes.ts'
import { one as evaluation } from '../../evaluation/routes.ts'
import { exportPart } from '../exportOf.ts'
import { no, yes } from './register.ts'

const person = { zh: '人员', en: 'Person' }
const clause = { zh: '条款', en: 'Clause' }
const before = { zh: '原来（元）', en: 'Before (yuan)' }
const after = { zh: '草案（元）', en: 'After (yuan)' }
const verdictOnly = { zh: '时限', en: 'Time limit' }

/** Tables inside something that has a page of its own: a backtest, an evaluation, a sheet. */
export const detailExports = [
  exportPart(backtest, ({ outcome }) => outcome?.people ?? [], {
    name: 'backtest-people',
    title: { zh: '回测涉及人员', en: 'People a backtest concerns' },
    columns: [
      [person, (row, look) => look.party(row.personId, null)],
      [before, (row) => ({ fen: row.beforeFen })],
      [after, (row) => ({ fen: row.afterFen })],
      [{ zh: '差额（元）', en: 'Difference (yuan)' }, (row) => ({ fen: row.afterFen - row.beforeFen })],
    ],
  }),
  exportPart(
    backtest,
    ({ outcome }) => outcome?.differences ?? [],
    {
      name: 'backtest-differences',
      title: { zh: '回测差异', en: 'What a backtest changes' },
      columns: [
        [person, (row, look) => look.party(row.personId, null)],
        [{ zh: '后果', en: 'Consequence' }, (row, look) => look.say(kindLabels[row.kind] ?? verdictOnly), 14],
        [before, (row) => ({ fen: row.beforeFen })],
        [after, (row) => ({ fen: row.afterFen })],
        [clause, (row) => row.clause],
        [{ zh: '原因', en: 'Why' }, (row, look) => look.say(row.explanation), 60],
        [{ zh: '时间', en: 'When' }, (row) => ({ at: row.at })],
        [
          { zh: '依据时间', en: 'Evidence of' },
          (row) => row.evidence.map(({ occurredAt: at }) => `${localDate(at)} ${localTime(at)}`).join('\n'),
        ],
        [{ zh: '事项编号', en: 'Case' }, (row) => row.caseId, 42],
      ],
    },
    ({ outcome }) => outcome?.unlisted ?? 0,
  ),
  exportPart(evaluation, ({ criteria }) => criteria, {
    name: 'evaluation-criteria',
    title: { zh: '考核内容', en: 'Criteria of an evaluation' },
    columns: [
      [{ zh: '考核内容', en: 'Criterion' }, (row, look) => look.say(row.label), 36],
      [clause, (row) => row.clause],
      [{ zh: '权重', en: 'Weight' }, (row) => row.weight, 8],
      [{ zh: '按记录', en: 'By the records' }, (row) => row.suggested, 14],
      [
        { zh: '达标', en: 'Meets the target' },
        (row, look) => (row.meetsTarget === null ? '' : look.say(row.meetsTarget ? yes : no)),
        10,
      ],
      [{ zh: '得分', en: 'Score' }, (row) => row.score, 8],
      [{ zh: '评语', en: 'Remark' }, (row) => row.remark, 48],
    ],
  }),
  exportPart(sheet, ({ sheet: { people } }) => people.flatMap(linesOf), {
    name: 'assessment-lines',
    title: { zh: '考核表明细', en: 'Lines of a sheet' },
    columns: [
      [{ zh: '工号', en: 'Code' }, (row) => row.code],
      [{ zh: '姓名', en: 'Name' }, (row) => row.name],
      [clause, (row) => row.clause],
      [{ zh: '事由', en: 'Title' }, (row, look) => look.say(row.title), 36],
      [{ zh: '说明', en: 'Because' }, (row, look) => look.say(row.because), 60],
      [{ zh: '发生时间', en: 'Occurred' }, (row) => ({ at: row.occurredAt })],
      [{ zh: '金额（元）', en: 'Amount (yuan)' }, (row) => ({ fen: row.amountFen })],
      [{ zh: '计入本表', en: 'Counts here' }, (row, look) => look.say(row.counts ? yes : no), 10],
    ],
  }),
]

interface SheetPart<L> {
  code: string
  name: string
  lines: readonly L[]
  waiting: readonly L[]
}

/** What is not confirmed yet waits for a later sheet. */
function linesOf<L>({ code, name, lines, waiting }: SheetPart<L>) {
  const line = (counts: boolean) => (one: L) => ({ ...one, code, name, counts })
  return [...lines.map(line(true)), ...waiting.map(line(false))]
}
