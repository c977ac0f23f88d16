import type { Parameter } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import type { RestType } from '../time/calendar.ts'
import { SHIFTS } from '../time/shifts.ts'

/** What the outgoing person hands over; the names of three promises of the story. */
export const DELIVERABLES = ['documents', 'situationReport', 'onSiteTraining'] as const
export type Deliverable = (typeof DELIVERABLES)[number]

/** What an application brings along. */
export const ENCLOSURES = ['certificates', 'resume'] as const
export type Enclosure = (typeof ENCLOSURES)[number]

/** The grounds on which the client may demand a replacement [S4-S-3.4a]. */
export const GROUNDS = ['attitude', 'responsibility', 'technique', 'coordination'] as const
export type Ground = (typeof GROUNDS)[number]

/** The readings of which days rest; the rulebooks except national holidays and say nothing of weekends. */
export const REST_READINGS = {
  companyCalendar: ['statutoryHoliday', 'adjustedRest', 'weekend'],
  holidaysAndAdjustedRest: ['statutoryHoliday', 'adjustedRest'],
  statutoryHolidaysOnly: ['statutoryHoliday'],
} as const satisfies Record<string, readonly RestType[]>
export type RestReading = keyof typeof REST_READINGS

/** What one rulebook of resident staff says of a change: its clauses, its bodies, its figures. */
export interface ResidentRules {
  hours: { clause: string; shifts: keyof typeof SHIFTS }
  notice: { clause: string; to: readonly Role[] }
  application: { clause: string; approvers: readonly Role[]; enclosures: readonly Enclosure[] }
  /** `workingDays: null`: the text breaks off before the length, so the rule is blank. */
  handover: { clause: string; workingDays: number | null }
  /** The clause of the three deliverables and the form; null: the text has none left, they are the house's. */
  deliverables: { clause: string | null }
}

/** The parameters of a rulebook of resident staff: its own figures, and what all of them leave open. */
export function residentParameters(rules: ResidentRules): Record<string, Parameter> {
  const { hours, notice, application, handover, deliverables } = rules
  return {
    'staffChange.notice': {
      clause: notice.clause,
      label: { zh: '人员变动通知提前期', en: 'Notice ahead of a staff change' },
      unit: 'months',
      value: 1,
    },
    'staffChange.noticeTo': {
      clause: notice.clause,
      label: { zh: '变动通知送达部门', en: 'Whom the notice goes to' },
      unit: 'setting',
      value: [...notice.to],
    },
    'staffChange.application': {
      clause: application.clause,
      label: { zh: '变更申请提前期', en: 'Application ahead of a staff change' },
      unit: 'workingDays',
      value: 12,
    },
    'staffChange.enclosures': {
      clause: application.clause,
      label: { zh: '变更申请须附材料', en: 'What the application encloses' },
      unit: 'setting',
      value: [...application.enclosures],
    },
    'staffChange.approvers': {
      clause: application.clause,
      label: { zh: '变更申请审批部门', en: 'Who approves the application' },
      unit: 'setting',
      value: [...application.approvers],
    },
    'staffChange.handover': {
      clause: handover.clause,
      label: { zh: '工作交接最短工作日', en: 'Shortest handover' },
      unit: 'workingDays',
      value: handover.workingDays,
    },
    'staffChange.deliverables': {
      clause: deliverables.clause,
      label: { zh: '交接内容与确认表', en: 'What is handed over, and the confirmation form' },
      unit: 'setting',
      value: [...DELIVERABLES],
    },
    'staffChange.shifts': {
      clause: hours.clause,
      label: { zh: '驻场作息时间', en: 'Working hours on site' },
      unit: 'setting',
      value: hours.shifts,
      choices: Object.keys(SHIFTS),
    },
    ...openReadings,
  }
}

/** What the texts leave open. House settings, none of them a clause. */
const openReadings: Record<string, Parameter> = {
  'staffChange.changeIs': {
    clause: null,
    label: { zh: '“变动”指的是哪一天', en: 'Which day the change is' },
    unit: 'setting',
    value: 'takesOver',
    choices: ['takesOver', 'handoverStarts'],
  },
  'staffChange.restOn': {
    clause: null,
    label: { zh: '驻场人员的休息日', en: 'Days on which resident staff rest' },
    unit: 'setting',
    value: 'companyCalendar',
    choices: Object.keys(REST_READINGS),
  },
  'staffChange.noticeEndOfMonth': {
    clause: null,
    label: { zh: '通知提前一个月遇短月时', en: 'The month of notice where a month is too short' },
    unit: 'setting',
    value: 'clamp',
    choices: ['clamp', 'next', 'stick'],
  },
  'staffChange.noticeOnRestDay': {
    clause: null,
    label: { zh: '通知截止日遇休息日时', en: 'The last day of notice where it is a rest day' },
    unit: 'setting',
    value: 'keep',
    choices: ['keep', 'next', 'previous'],
  },
  'staffChange.handoverEnds': {
    clause: null,
    label: { zh: '交接最后一日何时算满', en: 'When the last day of a handover counts as full' },
    unit: 'setting',
    value: 'endOfWork',
    choices: ['endOfWork', 'anyTime'],
  },
  'staffChange.shorterConsent': {
    clause: null,
    label: { zh: '谁可同意缩短交接', en: 'Who may consent to a shorter handover' },
    unit: 'setting',
    value: 'clientInformation',
    choices: ['clientInformation', 'clientHr', 'clientTechnology', 'clientSupervision'],
  },
  'staffChange.approvalTakes': {
    clause: null,
    label: { zh: '推算日期时为审批预留的工作日', en: 'Working days allowed for approval when dates are worked out' },
    unit: 'workingDays',
    value: 1,
  },
}
