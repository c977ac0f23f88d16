import { kindLabels } from '../../assessment/kinds.ts'
import { list as sheets } from '../../assessment/routes.ts'
import { list as accidents } from '../../accident/routes.ts'
import { list as appeals } from '../../appeal/routes.ts'
import { all as ledger } from '../../consequence/routes.ts'
import { list as penalties } from '../../penalty/routes.ts'
import { list as recommendations } from '../../recommendation/routes.ts'
import { list as records } from '../../record/routes.ts'
import { list as reports } from '../../report/routes.ts'
import { promiseLabels } from '../../../rules/labels.ts'
import { list as evaluations } from '../../evaluation/routes.ts'
import { list as measures } from '../../measure/routes.ts'
import { list as drafts } from '../../rulebook/drafts.ts'
import { exportOf, type Column } from '../exportOf.ts'
import { region, state, when } from './cases.ts'

const person: Column<{ personId: string | null }> = [
  { zh: '人员', en: 'Person' },
  (row, look) => look.person(row.personId),
]
const clause: Column<{ clause: string | null }> = [{ zh: '条款', en: 'Clause' }, (row) => row.clause]
const amount: Column<{ amountFen: number }> = [
  { zh: '金额（元）', en: 'Amount (yuan)' },
  (row) => ({ fen: row.amountFen }),
]
const entryStates = {
  provisional: { zh: '暂定', en: 'Provisional' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  reversed: { zh: '已冲回', en: 'Reversed' },
  waived: { zh: '已免除', en: 'Waived' },
}

export const resultExports = [
  exportOf(ledger, {
    name: 'ledger',
    title: { zh: '台账', en: 'Ledger' },
    columns: [
      person,
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(kindLabels, row.kind), 12],
      amount,
      clause,
      [{ zh: '事由', en: 'Title' }, (row, look) => look.say(row.title), 36],
      [{ zh: '说明', en: 'Because' }, (row, look) => look.say(row.because), 60],
      [{ zh: '发生时间', en: 'Occurred' }, (row) => ({ at: row.occurredAt })],
      [{ zh: '记录时间', en: 'Recorded' }, (row) => ({ at: row.recordedAt })],
      [{ zh: '状态', en: 'State' }, (row, look) => look.word(entryStates, row.state)],
      [{ zh: '事项编号', en: 'Case' }, (row) => row.caseId, 42],
    ],
  }),
  exportOf(appeals, {
    name: 'appeals',
    title: { zh: '申诉', en: 'Appeals' },
    columns: [
      person,
      clause,
      amount,
      [{ zh: '理由', en: 'Reason' }, (row) => row.reason, 60],
      [{ zh: '提出时间', en: 'Filed' }, (row) => ({ at: row.filedAt })],
      [{ zh: '裁定', en: 'Outcome' }, (row) => row.outcome],
      [{ zh: '裁定后金额（元）', en: 'Remaining (yuan)' }, (row) => row.remainingFen && { fen: row.remainingFen }],
      [{ zh: '裁定人', en: 'Decided by' }, (row, look) => look.person(row.decidedById)],
      [{ zh: '裁定时间', en: 'Decided' }, (row) => when(row.decidedAt)],
      state,
    ],
  }),
  exportOf(penalties, {
    name: 'penalties',
    title: { zh: '按情况奖惩', en: 'Penalties and rewards' },
    columns: [
      person,
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(kindLabels, row.kind), 12],
      clause,
      amount,
      [{ zh: '理由', en: 'Reason' }, (row) => row.reason, 60],
      [{ zh: '提出人', en: 'Proposed by' }, (row, look) => look.person(row.proposedById)],
      [{ zh: '提出时间', en: 'Proposed' }, (row) => ({ at: row.proposedAt })],
      [{ zh: '决定金额（元）', en: 'Decided (yuan)' }, (row) => row.decidedFen && { fen: row.decidedFen }],
      [{ zh: '决定人', en: 'Decided by' }, (row, look) => look.person(row.decidedById)],
      state,
    ],
  }),
  exportOf(accidents, {
    name: 'accidents',
    title: { zh: '服务事故', en: 'Service accidents' },
    columns: [
      [{ zh: '工程师', en: 'Engineer' }, (row, look) => look.person(row.engineerId)],
      [{ zh: '主管', en: 'Supervisor' }, (row, look) => look.person(row.supervisorId)],
      [{ zh: '等级', en: 'Class' }, (row) => row.class],
      [{ zh: '发生时间', en: 'Occurred' }, (row) => ({ at: row.occurredAt })],
      [{ zh: '记录时间', en: 'Recorded' }, (row) => ({ at: row.recordedAt })],
      [{ zh: '经过', en: 'What happened' }, (row) => row.description, 60],
      region,
      state,
    ],
  }),
  exportOf(recommendations, {
    name: 'recommendations',
    title: { zh: '处理建议', en: 'Recommendations' },
    columns: [
      person,
      clause,
      [{ zh: '建议', en: 'Title' }, (row, look) => look.say(row.title), 36],
      [{ zh: '依据', en: 'Because' }, (row, look) => look.say(row.because), 60],
      [{ zh: '时间', en: 'Recorded' }, (row) => ({ at: row.recordedAt })],
      state,
    ],
  }),
  exportOf(records, {
    name: 'records',
    title: { zh: '考核事实', en: 'Records of people' },
    columns: [
      person,
      [{ zh: '种类', en: 'Kind' }, (row) => row.kind],
      [{ zh: '发生时间', en: 'Occurred' }, (row) => ({ at: row.occurredAt })],
      [{ zh: '登记时间', en: 'Recorded' }, (row) => ({ at: row.recordedAt })],
      [{ zh: '登记人', en: 'Recorded by' }, (row, look) => look.person(row.byId)],
      [{ zh: '内容', en: 'Contents' }, (row) => JSON.stringify(row.data), 40],
      [{ zh: '有效', en: 'Stands' }, (row, look) => look.say(row.stands ? yes : no), 8],
    ],
  }),
  exportOf(reports, {
    name: 'reports',
    title: { zh: '工作报告', en: 'Reports' },
    columns: [
      [{ zh: '报告', en: 'Report' }, (row, look) => look.say(row.label), 24],
      [{ zh: '期间', en: 'Period' }, (row) => row.period],
      [{ zh: '撰写人', en: 'Author' }, (row) => row.authorName],
      [{ zh: '期限', en: 'Due' }, (row) => when(row.dueAt)],
      [{ zh: '收到时间', en: 'Received' }, (row) => when(row.receivedAt)],
      [{ zh: '判定', en: 'Verdict' }, (row, look) => look.word(promiseLabels, row.verdict), 10],
      clause,
      state,
    ],
  }),
  exportOf(evaluations, {
    name: 'evaluations',
    title: { zh: '考核', en: 'Evaluations' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row) => row.personName],
      [{ zh: '考核', en: 'Programme' }, (row, look) => look.say(row.programmeLabel), 28],
      [{ zh: '方式', en: 'Method' }, (row, look) => look.say(row.methodLabel)],
      [{ zh: '开始日期', en: 'From' }, (row) => row.fromOn, 12],
      [{ zh: '结束日期', en: 'To' }, (row) => row.toOn, 12],
      [{ zh: '期限', en: 'Due' }, (row) => when(row.dueAt)],
      [{ zh: '判定', en: 'Verdict' }, (row, look) => look.word(promiseLabels, row.verdict), 10],
      [{ zh: '总分', en: 'Total' }, (row) => row.total, 10],
      [{ zh: '等级', en: 'Grade' }, (row) => row.grade, 10],
      clause,
      state,
    ],
  }),
  exportOf(measures, {
    name: 'measures',
    title: { zh: '奖惩措施', en: 'Measures' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row) => row.personName],
      [{ zh: '措施', en: 'Measure' }, (row, look) => look.say(row.label), 24],
      clause,
      amount,
      [{ zh: '理由', en: 'Reason' }, (row) => row.reason, 60],
      [{ zh: '提出人', en: 'Proposed by' }, (row) => row.proposerName],
      [{ zh: '提出时间', en: 'Proposed' }, (row) => ({ at: row.proposedAt })],
      [
        { zh: '批准', en: 'Approved' },
        (row, look) => (row.approved === null ? '' : look.say(row.approved ? yes : no)),
        8,
      ],
      [{ zh: '决定人', en: 'Decided by' }, (row, look) => look.person(row.decidedById)],
      [{ zh: '决定时间', en: 'Decided' }, (row) => when(row.decidedAt)],
      state,
    ],
  }),
  exportOf(drafts, {
    name: 'drafts',
    title: { zh: '制度草案', en: 'Drafts of rulebooks' },
    columns: [
      [{ zh: '制度', en: 'Rulebook' }, (row) => row.rulebookId, 12],
      [{ zh: '说明', en: 'Note' }, (row) => row.note, 60],
      [{ zh: '起草人', en: 'Author' }, (row, look) => look.person(row.authorId)],
      [{ zh: '开始', en: 'Began' }, (row) => ({ at: row.startedAt })],
      [{ zh: '版本', en: 'Version' }, (row) => row.version, 8],
      [{ zh: '生效日期', en: 'In force from' }, (row) => row.effectiveOn, 14],
      [{ zh: '发布时间', en: 'Published' }, (row) => when(row.publishedAt)],
      state,
    ],
  }),
  exportOf(sheets, {
    name: 'assessments',
    title: { zh: '考核表', en: 'Assessment sheets' },
    columns: [
      [{ zh: '考核表', en: 'Sheet' }, (row, look) => look.say(row.label), 24],
      [{ zh: '月份', en: 'Month' }, (row) => row.month, 10],
      [{ zh: '期限', en: 'Due' }, (row) => when(row.dueAt)],
      [{ zh: '出具时间', en: 'Issued' }, (row) => when(row.issuedAt)],
      [{ zh: '出具人', en: 'Issued by' }, (row, look) => look.person(row.issuedById)],
      [{ zh: '签字时间', en: 'Signed' }, (row) => when(row.signedAt)],
      [{ zh: '签字人', en: 'Signed by' }, (row, look) => look.person(row.signedById)],
      state,
    ],
  }),
]

const yes = { zh: '是', en: 'Yes' }
const no = { zh: '否', en: 'No' }
