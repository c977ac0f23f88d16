import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { halfNamed, type Half } from '../../rules/pay/half.ts'
import { bonusBlanks, checkHelpers, type BonusLine, type HelperLine } from '../../rules/pay/ranking.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import { listed } from '../../rules/serviceTask/form.ts'
import { policyOf } from '../../rules/policy/index.ts'
import { goBack } from '../case/goBack.ts'
import { findOpen, keep, openRows } from '../case/keep.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { regionsOn } from '../person/regionsOn.ts'
import { cases } from '../schema/case.ts'
import { bonuses } from '../schema/pay.ts'
import { isOwnBonus } from './barred.ts'
import { rankHalf, sheetsOf } from './bonus.ts'
import { bonusTerms, placesMoved } from './bonusTerms.ts'

export interface BonusProposal {
  caseId: string
  helpers: readonly Omit<HelperLine, 'kind'>[]
  byId: string
}

/**
 * The supervisor proposes the half-year's bonus: the ranking as the sheets give it, and what people from outside a region
 * get who served it (S0-A-8.1e). Numbers that were blank are taken as they are set by now. Refuses while one is blank
 * (S0-A-8.1f) or a month's sheet is not issued.
 */
export async function proposeBonus(
  tx: Tx,
  procedure: Procedure,
  { caseId, helpers, byId }: BonusProposal,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'bonus', caseId)
  const [row] = await tx.select().from(bonuses).where(eq(bonuses.caseId, caseId))
  await openRows(procedure, found, 'propose')
  const terms = await bonusTerms(tx, found.held.terms, now)
  const blanks = bonusBlanks(terms)
  if (blanks.length > 0) refuse('pay.blank', { clause: 'S0-A-8.1f', params: { missing: blanksIn(blanks) } })
  const half = halfNamed(row!.half)
  const waiting = (await sheetsOf(tx, half)).find(({ issuedAt }) => issuedAt === null)
  if (waiting) refuse('pay.sheetsOpen', { params: { month: waiting.month } })
  const ids = helpers.map(({ personId }) => personId)
  const regions = await regionsOn(tx, ids, atTime(addDays(half.toOn, 1), '00:00') - 1)
  const lines: BonusLine[] = [...(await rankHalf(tx, half, terms)), ...checkHelpers(helpers, regions, terms)]
  await tx.update(bonuses).set({ lines, proposedAt: now, proposedById: byId }).where(eq(bonuses.caseId, caseId))
  await tx.update(cases).set({ terms }).where(eq(cases.id, caseId))
  const data = { people: lines.length, totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) }
  return keep(
    tx,
    procedure,
    { ...found, held: { ...found.held, terms } },
    { promise: 'propose', fact: { kind: 'proposed', occurredAt: now, byId, data } },
    now,
  )
}

/** Parameters as people know them. */
export const blanksIn = (keys: readonly string[]) => listed(keys.map((key) => policyOf('S0A').parameters[key]!.label))

export interface BonusDecision {
  caseId: string
  approved: boolean
  note: string
  byId: string
}

/**
 * The general manager approves the bonus, and everybody is told theirs; or sends it back, to be proposed anew. Not by who
 * proposed it, nor by somebody who stands on it; and not where the ranking is another by now, since what happened became
 * known or an erratum corrected a number.
 */
export async function decideBonus(
  tx: Tx,
  procedure: Procedure,
  { caseId, approved, note, byId }: BonusDecision,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'bonus', caseId)
  const [row] = await tx.select().from(bonuses).where(eq(bonuses.caseId, caseId))
  await openRows(procedure, found, 'decide')
  const lines = row!.lines!
  if (isOwnBonus(row!, byId)) refuse('pay.ownMatter')
  const data = { approved, note }
  if (approved) await checkCurrent(tx, halfNamed(row!.half), lines, await bonusTerms(tx, found.held.terms, now))
  else {
    const factId = await writeFact(tx, caseId, { kind: 'returned', occurredAt: now, byId, data }, now)
    await tx
      .update(bonuses)
      .set({ lines: null, proposedAt: null, proposedById: null })
      .where(eq(bonuses.caseId, caseId))
    const back = { again: ['propose', 'decide'], factId: factId!, occurredAt: now }
    const told = { template: 'pay.bonusReturned', params: { half: row!.half }, caseId } as const
    await notify(tx, [{ key: `bonus:${caseId}:returned:${factId}`, personId: row!.proposedById!, ...told }], now)
    return proceed(tx, procedure, await goBack(tx, found.held, back, now), now)
  }
  await tx.update(bonuses).set({ approvedAt: now, approvedById: byId }).where(eq(bonuses.caseId, caseId))
  const notices = lines.map(({ personId, amountFen, kind }) => ({
    key: `bonus:${caseId}:approved:${kind}`,
    personId,
    template: 'pay.bonusApproved' as const,
    params: { half: row!.half, amountFen },
    caseId,
  }))
  await notify(tx, notices, now)
  return keep(tx, procedure, found, { promise: 'decide', fact: { kind: 'decided', occurredAt: now, byId, data } }, now)
}

async function checkCurrent(tx: Tx, half: Half, lines: readonly BonusLine[], terms: Terms): Promise<void> {
  const blanks = bonusBlanks(terms)
  if (blanks.length > 0) refuse('pay.blank', { clause: 'S0-A-8.1f', params: { missing: blanksIn(blanks) } })
  const people = await placesMoved(tx, half, lines, terms)
  if (people > 0) refuse('pay.rankingChanged', { clause: 'S0-A-8.1f', params: { people } })
}
