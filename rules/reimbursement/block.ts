import type { Instant } from '../instant.ts'
import { citation, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'

/** A contract implementation report as recorded, for the trip it accounts for. */
export interface ContractReport {
  id: string
  trip: string
  at: Instant
  stamped: boolean
}

export const reimbursementParameters: Record<string, Parameter> = {
  'reimbursement.stamp': {
    clause: 'S2-3.2.4.3b',
    label: {
      zh: '合同实施报告须客户盖章方可报销差旅费',
      en: "Whether a trip is reimbursed without the customer's stamp",
    },
    unit: 'setting',
    value: 'required',
    choices: ['required', 'notRequired'],
  },
}

/** To whom a special case without the stamp is explained (S2-3.2.4.3b). */
export const EXPLAINED_TO: Role = 'regionalManager'

/** A trip that is not reimbursed, and on what it rests. */
export interface Block {
  report: ContractReport
  cited: { clause: string; policy: string; policyVersion: number }
}

/**
 * The trips that are not reimbursed: those whose contract report lacks the customer's stamp (S2-3.2.4.3b). Of several
 * records of one trip the last one counts, so a stamp that comes later lifts the block.
 */
export function blocksOf(reports: readonly ContractReport[], termsAt: (at: Instant) => Terms): Block[] {
  const ordered = [...reports].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const last = new Map(ordered.map((report) => [report.trip, report]))
  return [...last.values()].flatMap((report) => {
    const terms = termsAt(report.at)
    if (report.stamped || !terms['reimbursement.stamp']) return []
    if (settingOf(terms, 'reimbursement.stamp') === 'notRequired') return []
    return [{ report, cited: citation(terms, 'reimbursement.stamp') }]
  })
}
