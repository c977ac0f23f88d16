import { MINUTE } from '../../../rules/instant.ts'
import { urgencyLabels } from '../../../rules/figures/urgency.ts'
import { figures } from '../../figures/routes.ts'
import { exportPart, type Column } from '../exportOf.ts'

const month: Column<{ month: string }> = [{ zh: '月份', en: 'Month' }, (row) => row.month, 10]
const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / MINUTE))

/** The numbers beneath the charts. */
export const figureExports = [
  exportPart(figures, ({ calls }) => calls, {
    name: 'figures-calls',
    title: { zh: '未接来电', en: 'Missed calls' },
    columns: [
      month,
      [{ zh: '未接', en: 'Missed' }, (row) => row.missed, 10],
      [{ zh: '已回', en: 'Returned' }, (row) => row.returned, 10],
      [{ zh: '中位用时（分）', en: 'Median (min)' }, (row) => minutes(row.medianMs)],
      [{ zh: '九成以内（分）', en: '90 % within (min)' }, (row) => minutes(row.slowMs)],
    ],
  }),
  exportPart(figures, ({ timeliness }) => timeliness, {
    name: 'figures-timeliness',
    title: { zh: '准时率', en: 'Timeliness' },
    columns: [
      month,
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
      [{ zh: '条款内容', en: 'What it says' }, (row, look) => row.clauseTitle && look.say(row.clauseTitle), 60],
      [{ zh: '按时', en: 'On time' }, (row) => row.onTime, 10],
      [{ zh: '逾期', en: 'Late' }, (row) => row.late, 10],
      [
        { zh: '准时率（%）', en: 'On time (%)' },
        (row) => Math.round((row.onTime / (row.onTime + row.late)) * 1_000) / 10,
      ],
    ],
  }),
  exportPart(figures, ({ open }) => open, {
    name: 'figures-open',
    title: { zh: '待办紧急程度', en: 'Open promises' },
    columns: [
      [{ zh: '紧急程度', en: 'Due' }, (row, look) => look.say(urgencyLabels[row.urgency])],
      [{ zh: '件数', en: 'Number' }, (row) => row.n, 10],
    ],
  }),
  exportPart(figures, ({ money }) => money ?? [], {
    name: 'figures-money',
    title: { zh: '奖惩金额', en: 'Fines and rewards' },
    columns: [
      month,
      [{ zh: '奖励（元）', en: 'Rewards (yuan)' }, (row) => ({ fen: row.rewardsFen })],
      [{ zh: '罚款（元）', en: 'Fines (yuan)' }, (row) => ({ fen: row.finesFen })],
    ],
  }),
]
