import { payRateOutcomes } from '../../../rules/pay/rate.ts'
import { conductItems } from '../../../rules/conduct/items.ts'
import { payKinds } from '../../../rules/pay/statement.ts'
import { totals } from '../../conduct/routes.ts'
import { accounts, movements } from '../../fund/routes.ts'
import { bonus, bonusList, rateList, statement } from '../../pay/routes.ts'
import { statementList } from '../../statement/routes.ts'
import { amountText, watchStates } from '../../../rules/watch/watched.ts'
import { watchedList } from '../../watch/routes.ts'
import { windowList } from '../../window/routes.ts'
import { exportOf, exportPart } from '../exportOf.ts'
import { state, when } from './cases.ts'
import { no, yes } from './register.ts'

const itemOf = (clause: string) => Object.values(conductItems).find((one) => one.clause === clause)?.label

/** Lists about pay, the fund of fines and rewards, conduct points, and required statements. */
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
  exportPart(bonus, ({ lines }) => lines, {
    name: 'pay-bonus-lines',
    title: { zh: '奖金排名', en: 'Ranking of a bonus' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row, look) => look.person(row.personId)],
      [{ zh: '区域', en: 'Region' }, (row, look) => look.region(row.regionId)],
      [{ zh: '名次', en: 'Rank' }, (row) => (row.kind === 'helper' ? '' : row.rank), 8],
      [{ zh: '共', en: 'Of' }, (row) => (row.kind === 'helper' ? '' : row.of), 8],
      [{ zh: '系数', en: 'Coefficient' }, (row) => (row.kind === 'helper' ? '' : row.coefficient / 100), 10],
      [{ zh: '奖金（元）', en: 'Bonus (yuan)' }, (row) => ({ fen: row.amountFen })],
      [{ zh: '说明', en: 'Note' }, (row) => (row.kind === 'helper' ? row.note : ''), 40],
    ],
  }),
  exportPart(bonus, ({ changes }) => changes, {
    name: 'pay-bonus-changes',
    title: { zh: '奖金批准后的变动', en: 'Changes of a bonus' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row, look) => look.person(row.personId)],
      [{ zh: '差额（元）', en: 'Difference (yuan)' }, (row) => ({ fen: row.amountFen })],
      [{ zh: '原因', en: 'Because' }, (row, look) => look.say(row.because), 60],
      [{ zh: '变动时间', en: 'Changed' }, (row) => ({ at: row.recordedAt })],
    ],
  }),
  exportPart(statement, ({ lines }) => lines, {
    name: 'pay-statement',
    title: { zh: '薪酬明细', en: 'Pay of a month' },
    columns: [
      [{ zh: '项目', en: 'Kind' }, (row, look) => look.say(payKinds[row.kind])],
      [{ zh: '金额（元）', en: 'Amount (yuan)' }, (row) => (row.amountFen === null ? null : { fen: row.amountFen })],
      [{ zh: '依据', en: 'Because' }, (row, look) => look.say(row.because), 60],
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
    ],
  }),
  exportOf(accounts, {
    name: 'fund-accounts',
    title: { zh: '奖罚款账', en: 'Accounts of the fund' },
    columns: [
      [{ zh: '工号', en: 'Code' }, (row) => row.code],
      [{ zh: '姓名', en: 'Name' }, (row) => row.name],
      [{ zh: '考核表余额（元）', en: 'Left by sheets (yuan)' }, (row) => ({ fen: row.claimFen })],
      [{ zh: '已收付（元）', en: 'Moved (yuan)' }, (row) => ({ fen: row.movedFen })],
      [{ zh: '应缴（元）', en: 'Owes (yuan)' }, (row) => ({ fen: row.owesFen })],
      [{ zh: '应发（元）', en: 'Is owed (yuan)' }, (row) => ({ fen: row.isOwedFen })],
    ],
  }),
  exportOf(totals, {
    name: 'conduct-points',
    title: { zh: '行为积分', en: 'Conduct points' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row) => row.personName],
      [{ zh: '当月扣分', en: 'This month' }, (row) => row.month, 10],
      [{ zh: '次数', en: 'Events' }, (row) => row.events, 10],
      [{ zh: '累计', en: 'Running' }, (row) => row.running, 10],
      [{ zh: '剩余', en: 'Left' }, (row) => row.score, 10],
      [{ zh: '达到处理分数', en: 'Reached' }, (row, look) => look.say(row.reached ? yes : no)],
      [
        { zh: '按项目', en: 'By item' },
        (row, look) =>
          Object.entries(row.byClause)
            .map(([clause, points]) => `${clause} ${itemOf(clause) ? look.say(itemOf(clause)!) : ''} ${points}`)
            .join('\n'),
        48,
      ],
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
  exportOf(watchedList, {
    name: 'watched',
    title: { zh: '关注的下限与上限', en: 'Watched minimums and caps' },
    columns: [
      [{ zh: '对象', en: 'Whom or what' }, (row) => row.subject, 28],
      [{ zh: '规则', en: 'Rule' }, (row, look) => look.say(row.label), 28],
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
      [{ zh: '开始', en: 'From' }, (row) => ({ at: row.fromAt })],
      [{ zh: '截止', en: 'Until' }, (row) => when(row.untilAt)],
      [{ zh: '现有', en: 'So far' }, (row, look) => look.say(amountText(row.unit, row.have)), 14],
      [
        { zh: '再次故障 / 维修数', en: 'Failed again / repairs' },
        (row) => (row.share ? `${row.share.failed} / ${row.share.of}` : ''),
        20,
      ],
      [{ zh: '标准', en: 'Number' }, (row, look) => look.say(amountText(row.unit, row.limit)), 14],
      [{ zh: '现状', en: 'State' }, (row, look) => look.word(watchStates, row.state), 14],
    ],
  }),
]
