import { payRateOutcomes } from '../../../rules/pay/rate.ts'
import { movements } from '../../fund/routes.ts'
import { bonusList, rateList } from '../../pay/routes.ts'
import { statementList } from '../../statement/routes.ts'
import { windowList } from '../../window/routes.ts'
import { exportOf } from '../exportOf.ts'
import { state, when } from './cases.ts'

/** Lists about pay, the fund of fines and rewards, and required statements. */
export const payExports = [
  exportOf(movements, {
    name: 'fund-movements',
    title: { zh: '奖罚款流水', en: 'Fund of fines and rewards' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row, look) => look.person(row.personId)],
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.say(row.label)],
      [{ zh: '金额（元）', en: 'Amount (yuan)' }, (row) => ({ fen: row.amountFen })],
      [{ zh: '时间', en: 'When' }, (row) => ({ at: row.occurredAt })],
      [{ zh: '登记人', en: 'Recorded by' }, (row, look) => look.person(row.byId)],
      [{ zh: '说明', en: 'Note' }, (row) => row.note, 40],
    ],
  }),
  exportOf(rateList, {
    name: 'pay-rates',
    title: { zh: '特殊地区出差补助', en: 'Travel allowances of special regions' },
    columns: [
      [{ zh: '区域', en: 'Region' }, (row, look) => look.region(row.regionId)],
      [{ zh: '每天（元）', en: 'Per day (yuan)' }, (row) => ({ fen: row.perDayFen })],
      [{ zh: '开始', en: 'From' }, (row) => row.fromOn],
      [{ zh: '结束', en: 'To' }, (row) => row.toOn],
      [{ zh: '理由', en: 'Reason' }, (row) => row.reason, 40],
      [{ zh: '提出人', en: 'Proposed by' }, (row, look) => look.person(row.proposedById)],
      [{ zh: '决定', en: 'Decision' }, (row, look) => look.word(payRateOutcomes, row.outcome)],
    ],
  }),
  exportOf(statementList, {
    name: 'statements',
    title: { zh: '书面说明', en: 'Required statements' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row, look) => look.person(row.personId)],
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
      [{ zh: '要求时间', en: 'Required' }, (row) => ({ at: row.requiredAt })],
      [{ zh: '提交时间', en: 'Handed in' }, (row) => when(row.submittedAt)],
      [{ zh: '接受时间', en: 'Accepted' }, (row) => when(row.acceptedAt)],
      state,
    ],
  }),
  exportOf(bonusList, {
    name: 'pay-bonuses',
    title: { zh: '半年奖金', en: 'Half-yearly bonuses' },
    columns: [
      [{ zh: '半年', en: 'Half' }, (row) => row.half, 12],
      [{ zh: '提出时间', en: 'Proposed' }, (row) => when(row.proposedAt)],
      [{ zh: '提出人', en: 'Proposed by' }, (row, look) => look.person(row.proposedById)],
      [{ zh: '批准时间', en: 'Approved' }, (row) => when(row.approvedAt)],
      state,
    ],
  }),
  exportOf(windowList, {
    name: 'windows',
    title: { zh: '滚动期间', en: 'Rolling windows' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row, look) => look.person(row.personId)],
      [
        { zh: '期间：已计、还差', en: 'Window: counted, missing' },
        (row, look) =>
          row.windows
            .map(
              (one) =>
                `${look.say(one.label)}（${one.clause}）：${one.counting.length || one.row.length} / ${one.missing}`,
            )
            .join('\n'),
        80,
      ],
    ],
  }),
]
