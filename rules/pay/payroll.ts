import { PAY_KINDS, type PayKind, type PayLine } from './statement.ts'

/** What payroll takes over for one person of a month's sheet, in fen. */
export interface Payroll {
  /** What the sheet's entries come to: fines (negative) and rewards (S0-A-6.4). */
  assessmentFen: number
  /** The month's own pay by kind (S0-A-8.1a); null where nothing is listed under it, or only what is blank. */
  byKind: Readonly<Record<PayKind, number | null>>
  /** What earlier, closed months still lacked or had too much; null where there is none. */
  earlierFen: number | null
  /** Pay alone: all of it that has an amount; null where nothing has. */
  payFen: number | null
  /** Assessment and pay together, without what is not set. */
  totalFen: number
  /** Kinds of which some amount is blank in the rulebook, so that it is still to be paid once it is set. */
  unset: readonly PayKind[]
}

interface Paid {
  totalFen: number
  pay?: readonly PayLine[] | undefined
}

/** Those of a sheet whom payroll hears of: who has an amount of either kind, or pay whose amount is blank. */
export const onPayroll = <P extends Paid>(people: readonly P[]): P[] =>
  people.filter(({ totalFen, pay = [] }) => totalFen !== 0 || pay.length > 0)

/** Sums somebody's lines of a sheet for payroll. What a rulebook leaves blank is named, and never counts as nothing. */
export function payrollOf({ totalFen, pay = [] }: Paid): Payroll {
  const own = pay.filter(({ of }) => of === undefined)
  const kind = (one: PayKind) => sumOf(own.filter((line) => line.kind === one))
  const payFen = sumOf(pay)
  return {
    assessmentFen: totalFen,
    byKind: { base: kind('base'), bonus: kind('bonus'), travel: kind('travel'), phone: kind('phone') },
    earlierFen: sumOf(pay.filter(({ of }) => of !== undefined)),
    payFen,
    totalFen: totalFen + (payFen ?? 0),
    unset: PAY_KINDS.filter((one) => pay.some((line) => line.kind === one && line.amountFen === null)),
  }
}

/** What lines come to that have an amount, in fen; null where none has. */
function sumOf(lines: readonly PayLine[]): number | null {
  const known = lines.flatMap(({ amountFen }) => amountFen ?? [])
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0)
}
