import type { Instant, LocalDate } from '../instant.ts'
import { isBlank, numberOf, type Parameter, type Terms } from '../policy/parameter.ts'
import { localDate } from '../time/local.ts'
import type { JudgedRepair } from './repair.ts'

const PRICE_LIST = 'charge.priceList'

/** What the company's price list says of parts and labour: the rulebook leaves it blank. */
export const chargeParameters: Record<string, Parameter> = {
  [PRICE_LIST]: {
    clause: 'S1-3.5.2',
    label: { zh: '价目表：配件与人工费用', en: 'Price list: parts and labour' },
    unit: 'fen',
    value: null,
  },
}

/** The days of a thing's warranty, both included; null: not known. */
export interface Warranty {
  commissionedOn: LocalDate | null
  warrantyUntilOn: LocalDate | null
}

/** What a service costs the customer, and the clause that says so. `amountFen` null: to be set, or what the work cost. */
export interface Charge {
  kind: 'free' | 'cost' | 'priceList'
  clause: string
  amountFen: number | null
}

/**
 * What the service of a thing costs its customer on a day: nothing from the first to the last day of its warranty, for
 * faults that people did not cause (S4-B-1.1.2); cost alone from the day after (S4-B-1.1.4); what the price list says
 * where no warranty is known, or before it began (S1-3.5.2). Told to people; it is entered nowhere.
 */
export function chargeOf({ commissionedOn, warrantyUntilOn }: Warranty, serviceOn: LocalDate, terms: Terms): Charge {
  const isBefore = commissionedOn !== null && serviceOn < commissionedOn
  if (warrantyUntilOn === null || isBefore)
    return {
      kind: 'priceList',
      clause: 'S1-3.5.2',
      amountFen: isBlank(terms, PRICE_LIST) ? null : numberOf(terms, PRICE_LIST),
    }
  if (serviceOn <= warrantyUntilOn) return { kind: 'free', clause: 'S4-B-1.1.2', amountFen: 0 }
  return { kind: 'cost', clause: 'S4-B-1.1.4', amountFen: null }
}

/**
 * The latest repair of a thing before a service whose warranty includes the service's day: a fault that comes of how it was
 * repaired is put right free of charge, parts included (S1-4.4.2). Whether it does is for people to say. A repair out of
 * the service's own case is none.
 */
export function repairInWarranty<R extends Pick<JudgedRepair, 'repairedAt' | 'caseId' | 'warrantyUntilOn'>>(
  repairs: readonly R[],
  { caseId, serviceAt }: { caseId: string; serviceAt: Instant },
): R | null {
  const running = repairs.filter(
    (one) =>
      one.caseId !== caseId &&
      one.repairedAt < serviceAt &&
      one.warrantyUntilOn !== null &&
      localDate(serviceAt) <= one.warrantyUntilOn,
  )
  return running.sort((a, b) => b.repairedAt - a.repairedAt)[0] ?? null
}
