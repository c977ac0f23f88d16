import type { Text } from '../text.ts'

/** A form that exists on paper. */
export interface PaperForm {
  title: Text
  /** The clause that asks for it. */
  clause?: string
  /** Where each rulebook has a clause of its own for it: the promise that it keeps, under whose clause it stands. */
  promise?: string
}

/** The forms of each kind of case, by the name they have in addresses. */
export const paperForms = {
  serviceTask: {
    notice: { title: { zh: '服务通知单', en: 'Service notice' }, clause: 'S0-A-3.1a' },
    responsibility: { title: { zh: '项目责任书', en: 'Project responsibility form' }, clause: 'S0-A-9' },
  },
  call: { annex1: { title: { zh: '来电登记表', en: 'Record of a call (Annex 1)' }, clause: 'S2-3.1.3' } },
  incident: { report: { title: { zh: '质量事故报告', en: 'Incident report' }, clause: 'S2-3.3.5b' } },
  staffChange: {
    application: { title: { zh: '人员变更申请表', en: 'Application for a change of staff' }, promise: 'apply' },
    confirmation: { title: { zh: '工作交接确认表', en: 'Handover confirmation form' }, promise: 'confirm' },
  },
  accident: {
    bulletin: { title: { zh: '服务事故通报', en: 'Accident bulletin' }, clause: 'S0-A-6.2b' },
    reflection: { title: { zh: '服务事故反思', en: 'Reflection on an accident' }, promise: 'reflect' },
  },
} as const satisfies Record<string, Record<string, PaperForm>>

export type PaperKind = keyof typeof paperForms

/** The forms of a kind of case; none where it has no paper of its own. */
export const formsOf = (kind: string): Readonly<Record<string, PaperForm>> =>
  kind in paperForms ? paperForms[kind as PaperKind] : {}
