import type { Instant, LocalDate } from '../instant.ts'
import { isBlank, numberOf, type Parameter, type Terms } from '../policy/parameter.ts'
import type { Text } from '../text.ts'
import { addMonths, localDate } from '../time/local.ts'

const WARRANTY = 'repair.warranty'

/** How long a repair is under warranty: the rulebook leaves it blank. */
export const repairParameters: Record<string, Parameter> = {
  [WARRANTY]: {
    clause: 'S1-4.4.2',
    label: { zh: '维修质保期', en: 'Warranty of a repair' },
    unit: 'months',
    value: null,
  },
}

/** A thing was repaired, by whom, when; `caseId` is the call or service task that it came from. */
export interface Repair {
  id: string
  equipmentId: string
  engineerId: string
  repairedAt: Instant
  caseId: string | null
}

/** A fault reported by the thing's label, a later repair of it, or a fault that somebody stated who heard of it otherwise. */
export const SIGN_KINDS = ['report', 'repair', 'stated'] as const

/** What may be put right about a repair: a failure stated, a sign set aside or counted again, the repair taken back. */
export const REPAIR_NOTES = ['stated', 'setAside', 'restored', 'takenBack'] as const

/** What says that a thing failed. `repairId`: a stated one is said of that repair alone. */
export interface Sign {
  id: string
  kind: (typeof SIGN_KINDS)[number]
  equipmentId: string
  at: Instant
  caseId: string | null
  repairId: string | null
}

/** A sign as one repair has it. `setAside`: somebody decided, with a reason, that it is no failure of this repair. */
export interface JudgedSign extends Sign {
  counts: boolean
  setAside: boolean
}

/** `unset`: the rulebook left the warranty blank on the day of the repair, so nothing is judged. */
export const REPAIR_STATES = ['unset', 'running', 'ended'] as const

/** A repair with its warranty and what was heard of the thing in it. */
export interface JudgedRepair extends Repair {
  /** The last day of the warranty, included. */
  warrantyUntilOn: LocalDate | null
  state: (typeof REPAIR_STATES)[number]
  signs: JudgedSign[]
  failed: boolean
}

/**
 * The last day of a repair's warranty, by the terms of the repair's instant. The day of the repair isn't counted: the
 * warranty ends with the day of the same number, or the last of a month that lacks it (Civil Code, Articles 201, 202).
 */
export function warrantyUntil(repairedAt: Instant, terms: Terms): LocalDate | null {
  return isBlank(terms, WARRANTY) ? null : addMonths(localDate(repairedAt), numberOf(terms, WARRANTY))
}

/**
 * Whether a repaired thing failed again within the repair's warranty (S1-4.4.1): by any sign after the repair until the
 * last instant of the warranty's last day, that nobody set aside. A later repair that answers reports which were all set
 * aside goes with them. `setAside` holds the signs that were, for this repair. Order of the signs doesn't matter.
 */
export function judgeRepair(
  repair: Repair,
  signs: readonly Sign[],
  setAside: ReadonlySet<string>,
  terms: Terms,
  now: Instant,
): JudgedRepair {
  const warrantyUntilOn = warrantyUntil(repair.repairedAt, terms)
  const isWithin = ({ at }: Sign) => warrantyUntilOn !== null && localDate(at) <= warrantyUntilOn
  const later = signs.filter(
    (sign) =>
      sign.equipmentId === repair.equipmentId &&
      sign.id !== repair.id &&
      sign.at > repair.repairedAt &&
      (sign.repairId === null || sign.repairId === repair.id),
  )
  const answersSetAside = ({ kind, caseId }: Sign) => {
    const reports = later.filter((one) => one.kind === 'report' && one.caseId === caseId)
    return kind === 'repair' && reports.length > 0 && reports.every(({ id }) => setAside.has(id))
  }
  const judged = later
    .filter((sign) => sign.kind === 'stated' || isWithin(sign))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((sign): JudgedSign => {
      const isAside = setAside.has(sign.id)
      return { ...sign, setAside: isAside, counts: isWithin(sign) && !isAside && !answersSetAside(sign) }
    })
  const state = warrantyUntilOn === null ? 'unset' : localDate(now) <= warrantyUntilOn ? 'running' : 'ended'
  return { ...repair, warrantyUntilOn, state, signs: judged, failed: judged.some(({ counts }) => counts) }
}

export const signLabels = {
  report: { zh: '扫码报障', en: 'Fault report' },
  repair: { zh: '再次维修', en: 'Repaired again' },
  stated: { zh: '登记的故障', en: 'Fault on record' },
} as const satisfies Record<Sign['kind'], Text>

export const repairStates = {
  unset: { zh: '质保期未设定', en: 'No warranty set' },
  running: { zh: '质保期内', en: 'In warranty' },
  ended: { zh: '质保期已满', en: 'Warranty over' },
} as const satisfies Record<JudgedRepair['state'], Text>
