import { and, eq, isNotNull } from 'drizzle-orm'
import type { Action } from '../../rules/permissions.ts'
import type { ProblemCode } from '../../rules/problem.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { appeals, penalties } from '../schema/appeal.ts'
import { obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { measures } from '../schema/evaluation.ts'
import { statements } from '../schema/statement.ts'
import { recommendations } from '../schema/window.ts'
import { entryById } from './enter.ts'
import { concernedAmong, partialAmong } from './impartial.ts'

/** An act on a case that is not for this person to do, whatever their role, and the problem it would be refused with. */
export interface Bar {
  action: Action
  code: ProblemCode
}

/**
 * What somebody may not do about a case for being a judge in their own matter: decide on what concerns them, what they
 * imposed or proposed, or what a penalty of their own hangs on; take back a proposal against themselves, or somebody
 * else's appeal. The deeds are refused by the same.
 */
export async function barredFrom(tx: Tx, held: Case, byId: string): Promise<Bar[]> {
  const { id, kind } = held
  const bars: (Bar | false | null | undefined)[] = []
  if (kind === 'appeal') {
    const [row] = await tx.select().from(appeals).where(eq(appeals.caseId, id))
    const { entry } = (await entryById(tx, row!.consequenceId))!
    const partial = (await partialAmong(tx, entry, [byId])).has(byId)
    bars.push(partial && { action: 'appeal.decide', code: 'consequence.concerned' })
    bars.push(row!.personId !== byId && { action: 'case.withdraw', code: 'appeal.notYours' })
  }
  if (kind === 'penalty') {
    const [row] = await tx.select().from(penalties).where(eq(penalties.caseId, id))
    const code = await penaltyBar(tx, held, row!, byId)
    bars.push(code && { action: 'penalty.decide', code })
    bars.push(row!.personId === byId && { action: 'case.withdraw', code: 'penalty.ownMatter' })
  }
  if (kind === 'measure') {
    const [row] = await tx.select().from(measures).where(eq(measures.caseId, id))
    bars.push(isOwn(row!, byId) && { action: 'measure.decide', code: 'measure.ownMatter' })
  }
  if (kind === 'recommendation') {
    const [row] = await tx.select().from(recommendations).where(eq(recommendations.caseId, id))
    const { entry } = (await entryById(tx, row!.consequenceId))!
    const concerned = row!.personId === byId || (await concernedAmong(tx, entry, [byId])).has(byId)
    bars.push(concerned && { action: 'recommendation.decide', code: 'recommendation.concerned' })
  }
  if (kind === 'statement') {
    const [row] = await tx.select().from(statements).where(eq(statements.caseId, id))
    const own = row!.personId === byId
    bars.push(own && { action: 'statement.decide', code: 'consequence.concerned' })
    bars.push(own && { action: 'case.withdraw', code: 'consequence.concerned' })
  }
  if (await staysToPay(tx, id, byId)) bars.push({ action: 'case.withdraw', code: 'consequence.concerned' })
  return bars.filter((bar) => !!bar)
}

/** Whether somebody still owes something in a case that costs them money when missed. */
async function staysToPay(tx: Tx, caseId: string, personId: string): Promise<boolean> {
  const owes = and(eq(obligations.caseId, caseId), eq(obligations.bearerId, personId), eq(obligations.work, 'open'))
  const [row] = await tx
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(owes, isNotNull(obligations.stake)))
    .limit(1)
  return !!row
}

interface Proposed {
  personId: string
  proposedById: string
}

/** Whether a proposal is about somebody, or theirs. */
export const isOwn = ({ personId, proposedById }: Proposed, byId: string): boolean =>
  byId === personId || byId === proposedById

/** Why somebody may not decide on a penalty: it is their own matter, or they have an entry in the case it is about. */
export async function penaltyBar(
  tx: Tx,
  { parentId }: Pick<Case, 'parentId'>,
  row: Proposed,
  byId: string,
): Promise<ProblemCode | null> {
  if (isOwn(row, byId)) return 'penalty.ownMatter'
  if (parentId === null) return null
  const [own] = await tx
    .select({ id: consequences.id })
    .from(consequences)
    .where(and(eq(consequences.caseId, parentId), eq(consequences.personId, byId)))
    .limit(1)
  return own ? 'consequence.concerned' : null
}
