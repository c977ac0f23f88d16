import { and, desc, eq, gte, isNull, lt, lte, or } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { checkRate } from '../../rules/pay/rate.ts'
import type { SpecialRate } from '../../rules/pay/travel.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { openCase } from '../case/openCase.ts'
import { findOpen, keep } from '../case/keep.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { termsFor } from '../policy/terms.ts'
import { payRates } from '../schema/pay.ts'
import { isOwnRate } from './barred.ts'

export interface NewRate extends SpecialRate {
  reason: string
  byId: string
  scope: Scope
}

/** Proposes a travel allowance for a special region (S0-A-8.2a): above the usual one, for a time, with a reason. */
export async function proposeRate(
  tx: Tx,
  procedure: Procedure,
  { byId, scope, ...rate }: NewRate,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  if (!within(scope, rate.regionId)) refuse('caller.outOfRegion', { field: 'regionId' })
  const terms = await termsFor(tx, { topic: 'discipline', at: now })
  checkRate(terms, rate.perDayFen)
  const { regionId } = rate
  const held = await openCase(tx, { kind: 'payRate', startedAt: now, terms, regionId })
  await tx.insert(payRates).values({ caseId: held.id, ...rate, proposedById: byId, proposedAt: now })
  await writeFact(tx, held.id, { kind: 'rateProposed', occurredAt: now, byId }, now)
  return { caseId: held.id, obligations: await proceed(tx, procedure, held, now) }
}

/** The general manager approves a special rate or declines it; nobody their own proposal. */
export async function decideRate(
  tx: Tx,
  procedure: Procedure,
  { caseId, approved, note, byId }: { caseId: string; approved: boolean; note: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'payRate', caseId)
  const [row] = await tx.select().from(payRates).where(eq(payRates.caseId, caseId))
  if (isOwnRate(row!, byId)) refuse('pay.ownMatter')
  const outcome = approved ? ('approved' as const) : ('declined' as const)
  await tx.update(payRates).set({ outcome, note, decidedById: byId, decidedAt: now }).where(eq(payRates.caseId, caseId))
  const told = { template: 'pay.rateDecided', params: { outcome, perDayFen: row!.perDayFen }, caseId } as const
  await notify(tx, [{ key: `payRate:${caseId}:decided`, personId: row!.proposedById, ...told }], now)
  const fact = { kind: 'decided', occurredAt: now, byId, data: { outcome } }
  return keep(tx, procedure, found, { promise: 'decide', fact }, now)
}

/** Special rates, the newest first. */
export function listRates(db: Db, { after, limit }: { after?: string; limit: number }) {
  return db
    .select()
    .from(payRates)
    .where(after === undefined ? undefined : lt(payRates.caseId, after))
    .orderBy(desc(payRates.caseId))
    .limit(limit)
}

/** The approved rates that hold on any day from `fromOn` to `toOn`. */
export function ratesWithin(tx: Db | Tx, fromOn: LocalDate, toOn: LocalDate): Promise<SpecialRate[]> {
  const { regionId, perDayFen } = payRates
  return tx
    .select({ regionId, perDayFen, fromOn: payRates.fromOn, toOn: payRates.toOn })
    .from(payRates)
    .where(
      and(
        eq(payRates.outcome, 'approved'),
        lte(payRates.fromOn, toOn),
        or(isNull(payRates.toOn), gte(payRates.toOn, fromOn)),
      ),
    )
}
