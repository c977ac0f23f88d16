import type { Instant, LocalDate } from '../instant.ts'
import type { Text } from '../text.ts'

export const TASK_MODES = ['onSite', 'remote'] as const
export type TaskMode = (typeof TASK_MODES)[number]

/** What the requester of a task fills in (S0-A-3.1a): all five are required. */
export interface ServiceNotice {
  customerId: string
  contactName: string
  contactDetails: string
  requirement: string
  siteSituation: string
}

/** A line of the market information table (S0-A-3.18). The rulebook refers to its fields but doesn't give them. */
export interface MarketLine {
  item: string
  content: string
}

/** What was used on site, and how much of it, as the engineer writes it: `2`, `3 m`. */
export interface MaterialLine {
  item: string
  quantity: string
}

export interface TravelPlan {
  destination: string
  transport: string
  departOn: LocalDate
  returnOn: LocalDate
  /** Fen. */
  costFen?: number
}

/**
 * The project responsibility form. S0-A-9 annexes its template but the annex is missing, so these are the fields that
 * S0-A-3.2 to 3.18 ask for; signatures, scores and approvals are facts of the case.
 */
export interface ResponsibilityForm {
  site?: { situation: string }
  solution?: string
  mode?: TaskMode
  tools?: string[]
  documents?: string[]
  spares?: string[]
  appointmentAt?: Instant
  travel?: TravelPlan
  estimateAt?: Instant
  /** How the problem was solved, what was done, and with what (S0-A-3.12). */
  record?: { work: string; resolution: string; materials?: MaterialLine[] }
  market?: MarketLine[]
  returnPlan?: string
  /** The number under which the sales back office keeps it (S0-A-6.3b). */
  ledgerNumber?: string
}

/** The required entries of a service notice, as people read them. */
export const noticeFields: Record<keyof ServiceNotice, Text> = {
  customerId: { zh: '客户单位', en: 'customer unit' },
  contactName: { zh: '联系人', en: 'contact person' },
  contactDetails: { zh: '联系方式', en: 'contact details' },
  requirement: { zh: '服务要求或内容', en: 'service requirement' },
  siteSituation: { zh: '现场情况', en: 'site situation' },
}

/** The entries of the form's pre-trip part, in the order in which they are made. */
export const preTripFields = {
  site: { zh: '现场确认', en: 'site confirmation' },
  solution: { zh: '解决方案', en: 'solution' },
  tools: { zh: '工具', en: 'tools' },
  documents: { zh: '资料', en: 'documents' },
  spares: { zh: '备件', en: 'spare parts' },
  appointmentAt: { zh: '预约时间', en: 'appointment' },
  travel: { zh: '出差计划', en: 'travel plan' },
  estimateAt: { zh: '预计完成时间', en: 'estimated completion' },
} as const satisfies Partial<Record<keyof ResponsibilityForm, Text>>

/** What every engineer carries to every kind of service (S0-A-3.7). */
export const ALWAYS_CARRIED = {
  usbStick: { zh: 'U 盘', en: 'USB stick' },
  screwdriver: { zh: '螺丝刀', en: 'screwdriver' },
  laptop: { zh: '装好产品资料的笔记本电脑', en: 'laptop with the product documents' },
} as const satisfies Record<string, Text>

/** Several things in one sentence. */
export function listed(things: readonly Text[]): Text {
  return { zh: things.map((thing) => thing.zh).join('、'), en: things.map((thing) => thing.en).join(', ') }
}
