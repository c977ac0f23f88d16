import { incidentFlagLabels } from '../../../rules/incident/incident.ts'
import { caseKindLabels, caseStateLabels, promiseLabels } from '../../../rules/labels.ts'
import { promiseLabel } from '../../../rules/promises.ts'
import { gradeLabels } from '../../../rules/serviceTask/ratings.ts'
import type { Text } from '../../../rules/text.ts'
import { board } from '../../call/board.ts'
import { list as calls } from '../../call/routes.ts'
import { mine } from '../../case/routes.ts'
import { kindOf } from '../../case/shapes.ts'
import { list as incidents } from '../../incident/routes.ts'
import { ledger as serviceLedger } from '../../serviceTask/ledger.ts'
import { list as serviceTasks } from '../../serviceTask/routes.ts'
import { list as staffChanges } from '../../staffChange/routes.ts'
import { copied, done } from '../../workplace/done.ts'
import { exportOf, type Column } from '../exportOf.ts'
import type { Cell } from '../makeWorkbook.ts'

interface Case {
  id: string
  state: string
}
/** A moment, where there is one. */
export const when = (at: number | null): Cell => (at === null ? null : { at })
const number: Column<Case> = [{ zh: '编号', en: 'Number' }, (row) => row.id, 42]
export const state: Column<{ state: string }> = [
  { zh: '状态', en: 'State' },
  (row, look) => look.word(caseStateLabels, row.state),
  10,
]
export const region: Column<{ regionId: string | null }> = [
  { zh: '区域', en: 'Region' },
  (row, look) => look.region(row.regionId),
]
const startedAt: Column<{ startedAt: number }> = [{ zh: '开始', en: 'Began' }, (row) => ({ at: row.startedAt })]
const endedAt: Column<{ endedAt: number | null }> = [{ zh: '结束', en: 'Ended' }, (row) => when(row.endedAt)]
const callers = {
  customer: { zh: '客户', en: 'Customer' },
  staff: { zh: '员工', en: 'Staff' },
  unknown: { zh: '未知', en: 'Unknown' },
}
const categories = {
  serviceNeed: { zh: '服务需求', en: 'Service need' },
  complaint: { zh: '投诉', en: 'Complaint' },
  priceEnquiry: { zh: '询价', en: 'Price enquiry' },
}

const kind: Column<{ caseId: string }> = [
  { zh: '类别', en: 'Kind' },
  (row, look) => look.word(caseKindLabels, kindOf(row.caseId)),
]
const about: Column<{ about: string | null }> = [{ zh: '事项', en: 'About' }, (row) => row.about, 36]
const caseId: Column<{ caseId: string }> = [{ zh: '事项编号', en: 'Case' }, (row) => row.caseId, 42]
const promise: Column<{ label: Text }> = [{ zh: '承诺', en: 'Promise' }, (row, look) => look.say(row.label), 24]
const clause: Column<{ clause: string }> = [{ zh: '条款', en: 'Clause' }, (row) => row.clause]
const verdict: Column<{ verdict: string }> = [
  { zh: '判定', en: 'Verdict' },
  (row, look) => look.word(promiseLabels, row.verdict),
  10,
]
const due: Column<{ dueAt: number | null }> = [{ zh: '期限', en: 'Due' }, (row) => when(row.dueAt)]

export const caseExports = [
  exportOf(mine, {
    name: 'obligations',
    title: { zh: '我的待办', en: 'What I owe' },
    columns: [kind, promise, about, due, clause, verdict, caseId],
  }),
  exportOf(done, {
    name: 'done',
    title: { zh: '我的已办', en: 'What I did' },
    columns: [
      kind,
      promise,
      about,
      due,
      [{ zh: '履行时间', en: 'Done' }, (row) => when(row.settledAt)],
      clause,
      verdict,
      caseId,
    ],
  }),
  exportOf(copied, {
    name: 'copies',
    title: { zh: '抄送我的', en: 'Copied to me' },
    columns: [
      kind,
      about,
      [{ zh: '通知', en: 'Notice' }, (row) => row.title, 30],
      [{ zh: '内容', en: 'Contents' }, (row) => row.body, 60],
      [{ zh: '时间', en: 'When' }, (row) => ({ at: row.createdAt })],
      caseId,
    ],
  }),
  exportOf(board, {
    name: 'call-board',
    title: { zh: '来电看板', en: 'Open calls' },
    columns: [
      [{ zh: '客户', en: 'Customer' }, (row) => row.customerName, 24],
      [{ zh: '联系人', en: 'Contact' }, (row) => row.contactName],
      [{ zh: '来电人', en: 'Caller' }, (row, look) => look.word(callers, row.callerKind), 10],
      [{ zh: '号码', en: 'Telephone' }, (row) => row.number],
      startedAt,
      [{ zh: '分类', en: 'Category' }, (row, look) => look.word(categories, row.category)],
      [{ zh: '接线员', en: 'Taken by' }, (row, look) => look.person(row.takerId)],
      [{ zh: '责任人', en: 'Assigned to' }, (row, look) => row.assigneeExternal ?? look.person(row.assigneeId)],
      [
        { zh: '待办', en: 'Owed' },
        (row, look) =>
          row.promises.map((one) => `${look.say(one.label)}（${look.party(one.bearerId, one.bearerRole)}）`).join('\n'),
        40,
      ],
      [
        { zh: '最近期限', en: 'Next due' },
        (row) => when(row.promises.map((one) => one.dueAt).reduce<number | null>(earlier, null)),
      ],
      number,
    ],
  }),
  exportOf(calls, {
    name: 'calls',
    title: { zh: '来电', en: 'Calls' },
    columns: [
      startedAt,
      [{ zh: '号码', en: 'Telephone' }, (row) => row.number],
      [{ zh: '来电人', en: 'Caller' }, (row, look) => look.word(callers, row.callerKind), 10],
      [{ zh: '分类', en: 'Category' }, (row, look) => look.word(categories, row.category)],
      [{ zh: '接线员', en: 'Taken by' }, (row, look) => look.person(row.takerId)],
      [{ zh: '责任人', en: 'Assigned to' }, (row, look) => look.person(row.assigneeId)],
      state,
      number,
    ],
  }),
  exportOf(incidents, {
    name: 'incidents',
    title: { zh: '质量事故', en: 'Incidents' },
    columns: [
      [{ zh: '事故', en: 'Incident' }, (row) => row.title, 36],
      [
        { zh: '特征', en: 'Marks' },
        (row, look) => row.flags.map((flag) => look.word(incidentFlagLabels, flag)).join('\n'),
        24,
      ],
      [{ zh: '获知时间', en: 'Known' }, (row) => ({ at: row.knownAt })],
      [{ zh: '第一知情人', en: 'First knower' }, (row, look) => look.person(row.knowerId)],
      [{ zh: '记录人', en: 'Recorded by' }, (row, look) => look.person(row.recorderId)],
      [{ zh: '经过', en: 'What happened' }, (row) => row.description, 60],
      region,
      state,
      endedAt,
      number,
    ],
  }),
  exportOf(serviceTasks, {
    name: 'service-tasks',
    title: { zh: '服务任务', en: 'Service tasks' },
    columns: [
      [{ zh: '客户', en: 'Customer' }, (row) => row.customerName, 24],
      [{ zh: '服务需求', en: 'Requirement' }, (row) => row.requirement, 48],
      [{ zh: '工程师', en: 'Engineer' }, (row, look) => look.person(row.engineerId)],
      [{ zh: '下达人', en: 'Issued by' }, (row, look) => look.person(row.issuerId)],
      [
        { zh: '等待', en: 'Waits for' },
        (row, look) => row.waitsFor.map((promise) => look.say(promiseLabel('serviceTask', promise))).join('、'),
        24,
      ],
      region,
      startedAt,
      endedAt,
      state,
      number,
    ],
  }),
  exportOf(serviceLedger, {
    name: 'service-ledger',
    title: { zh: '服务台账', en: 'Service ledger' },
    columns: [
      [{ zh: '台账编号', en: 'Ledger number' }, (row) => row.ledgerNumber],
      [{ zh: '登记时间', en: 'Registered' }, (row) => when(row.registeredAt)],
      startedAt,
      [{ zh: '客户', en: 'Customer' }, (row) => row.customerName, 24],
      [{ zh: '服务需求', en: 'Requirement' }, (row) => row.requirement, 48],
      [{ zh: '工程师', en: 'Engineer' }, (row, look) => look.person(row.engineerId)],
      [{ zh: '态度', en: 'Attitude' }, (row, look) => look.word(gradeLabels, row.attitude), 8],
      [{ zh: '技能', en: 'Skill' }, (row, look) => look.word(gradeLabels, row.skill), 8],
      [{ zh: '结果', en: 'Result' }, (row, look) => look.word(gradeLabels, row.result), 8],
      [{ zh: '签字时间', en: 'Signed' }, (row) => when(row.signedAt)],
      [{ zh: '任务编号', en: 'Task' }, (row) => row.id, 42],
    ],
  }),
  exportOf(staffChanges, {
    name: 'staff-changes',
    title: { zh: '人员变更', en: 'Staff changes' },
    columns: [
      [{ zh: '离场人员', en: 'Outgoing' }, (row, look) => look.person(row.outgoingId)],
      [{ zh: '接替人员', en: 'Incoming' }, (row, look) => look.person(row.incomingId)],
      [{ zh: '交接开始', en: 'Handover from' }, (row) => row.handoverStartOn],
      [{ zh: '接替日期', en: 'Takes over' }, (row) => row.takesOverOn],
      startedAt,
      endedAt,
      state,
      number,
    ],
  }),
]

const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
