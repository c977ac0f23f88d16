import { and, eq, isNull } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import { payKinds, PAY_KINDS, payTotal, type PayLine } from '../../rules/pay/statement.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { periodNamed, periodsFrom, type Period } from '../../rules/report/period.ts'
import { localDate } from '../../rules/time/local.ts'
import type { TermsAt } from '../../rules/window/entry.ts'
import { monthOf } from '../../rules/window/months.ts'
import type { Tx } from '../client.ts'
import { payFacts, type PayFacts } from '../pay/facts.ts'
import { payIn } from '../pay/statement.ts'
import { roleHoldsWithin } from '../person/grantsAt.ts'
import { person, personRole } from '../schema/person.ts'
import { isWithin, type Trial, type Working } from './part.ts'

/**
 * Base pay and allowances of the months that the period touches (S0-A-8.1a to 8.2b), for each person and kind of pay: the
 * days of the period as the draft says, the others as it was. A step is a month. Pay belongs to the person, not to a
 * region: only a trial of the whole company looks at it.
 */
export const pay: Working = {
  count: (_, trial) => Promise.resolve(monthsOf(trial).length),
  async *sides(tx, trial) {
    const months = monthsOf(trial)
    if (months.length === 0) return
    const [first, last] = [months[0]!, months.at(-1)!]
    const stretch = { ...first, toOn: last.toOn, untilAt: last.untilAt }
    const ids = await engineersIn(tx, stretch)
    // Bonuses are tried by themselves.
    const facts = { ...(await payFacts(tx, ids, stretch, trial.now)), bonuses: [], changes: [] }
    const drafted: PayFacts = { ...facts, termsOf: (id) => draftedBy(trial, facts.termsOf(id)) }
    for (const month of months) {
      const side = (by: PayFacts) => [...payIn(by, ids, month)].flatMap(([id, lines]) => called(id, lines, month))
      yield { before: side(facts), after: side(drafted), steps: 1 }
    }
  },
}

const monthsOf = ({ scope, fromAt, toAt, now }: Trial): Period[] => {
  const until = Math.min(toAt, now)
  if (scope !== 'all' || until <= fromAt) return []
  const named = (at: number) => periodNamed('monthly', monthOf(localDate(at)))
  return periodsFrom(named(fromAt), named(until - 1))
}

async function engineersIn(tx: Tx, { fromAt, untilAt }: Pick<Period, 'fromAt' | 'untilAt'>): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: personRole.personId })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.role, 'engineer'), isNull(person.sample), roleHoldsWithin(fromAt, untilAt, personRole)))
    .orderBy(personRole.personId)
  return rows.map(({ id }) => id)
}

/** The draft's terms within the period; one and the same for the same ones, of which there are few and days are many. */
function draftedBy(trial: Trial, termsAt: TermsAt): TermsAt {
  const known = new Map<Terms, Terms>()
  return (at) => {
    const own = termsAt(at)
    if (!isWithin(trial, at)) return own
    const drafted = known.get(own) ?? redraft(own, trial.policy, trial.values)
    known.set(own, drafted)
    return drafted
  }
}

function called(personId: string, lines: readonly PayLine[], month: Period): Called[] {
  return PAY_KINDS.flatMap((kind): Called[] => {
    const of = lines.filter((line) => line.kind === kind)
    if (of.length === 0) return []
    const { zh, en } = payKinds[kind]
    return [
      {
        key: `pay:${month.key}:${personId}:${kind}`,
        personId,
        caseId: null,
        clause: of[0]!.clause,
        kind: 'pay',
        amountFen: payTotal(of),
        at: month.untilAt - 1,
        evidenceIds: [],
        what: { zh: `${month.key} ${zh}`, en: `${en} of ${month.key}` },
      },
    ]
  })
}
