import { and, eq, isNotNull } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Action } from '../../rules/permissions.ts'
import type { ProblemCode, ProblemParams } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { concerns } from '../accident/barred.ts'
import { issuerBar, standsOn } from '../assessment/barred.ts'
import { sheetNow } from '../assessment/draft.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { assessorBar } from '../evaluation/barred.ts'
import { isOwnBonus, isOwnRate } from '../pay/barred.ts'
import { accidents } from '../schema/accident.ts'
import { assessments } from '../schema/assessment.ts'
import { appeals, penalties } from '../schema/appeal.ts'
import { obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { evaluations, measures } from '../schema/evaluation.ts'
import { bonuses, payRates } from '../schema/pay.ts'
import { statements } from '../schema/statement.ts'
import { recommendations } from '../schema/window.ts'
import { entryById } from './enter.ts'
import { concernedAmong, partialAmong } from './impartial.ts'

/** An act on a case that is not for this person to do, whatever they may do elsewhere, and what it would be refused with. */
export interface Bar {
  action: Action
  code: ProblemCode
  params?: ProblemParams
}

type Held = Pick<Case, 'id' | 'kind' | 'parentId' | 'state' | 'terms'>

type Bars = readonly (Bar | false | null | undefined)[]
type Look = (tx: Tx, held: Held, by: By) => Promise<Bars>

/** What stands in somebody's way about a case of each kind; a deed is refused by the same. */
const BY_KIND: Readonly<Record<string, Look>> = {
  async appeal(tx, { id }, { byId }) {
    const [row] = await tx.select().from(appeals).where(eq(appeals.caseId, id))
    const { entry } = (await entryById(tx, row!.consequenceId))!
    const partial = (await partialAmong(tx, entry, [byId])).has(byId)
    return [
      partial && { action: 'appeal.decide', code: 'consequence.concerned' },
      row!.personId !== byId && { action: 'case.withdraw', code: 'appeal.notYours' },
    ]
  },
  async penalty(tx, held, { byId }) {
    const [row] = await tx.select().from(penalties).where(eq(penalties.caseId, held.id))
    const code = await proposalBar(tx, held, row!, byId, 'penalty.ownMatter')
    return [
      code && { action: 'penalty.decide', code },
      row!.personId === byId && { action: 'case.withdraw', code: 'penalty.ownMatter' },
    ]
  },
  async measure(tx, held, { byId }) {
    const [row] = await tx.select().from(measures).where(eq(measures.caseId, held.id))
    const code = await proposalBar(tx, held, row!, byId, 'measure.ownMatter')
    return [code && { action: 'measure.decide', code }]
  },
  async recommendation(tx, { id }, { byId }) {
    const [row] = await tx.select().from(recommendations).where(eq(recommendations.caseId, id))
    const { entry } = (await entryById(tx, row!.consequenceId))!
    const concerned = row!.personId === byId || (await concernedAmong(tx, entry, [byId])).has(byId)
    return [concerned && { action: 'recommendation.decide', code: 'recommendation.concerned' }]
  },
  async statement(tx, { id }, { byId }) {
    const [row] = await tx.select().from(statements).where(eq(statements.caseId, id))
    if (row!.personId !== byId) return []
    const code = 'consequence.concerned'
    return [
      { action: 'statement.decide', code },
      { action: 'case.withdraw', code },
    ]
  },
  async bonus(tx, { id }, { byId }) {
    const [row] = await tx.select().from(bonuses).where(eq(bonuses.caseId, id))
    return [isOwnBonus(row!, byId) && { action: 'pay.decide', code: 'pay.ownMatter' }]
  },
  async payRate(tx, { id }, { byId }) {
    const [row] = await tx.select().from(payRates).where(eq(payRates.caseId, id))
    return [isOwnRate(row!, byId) && { action: 'pay.decide', code: 'pay.ownMatter' }]
  },
  async assessment(tx, { id, terms, state }, { byId, roles, now }) {
    const [row] = await tx.select().from(assessments).where(eq(assessments.caseId, id))
    if (state !== 'open') return []
    if (row!.sheet) return [standsOn(row!.sheet, byId) && { action: 'assessment.sign', code: 'assessment.ownSheet' }]
    const other = issuerBar(row!, roles)
    if (other) return [{ action: 'assessment.issue', ...other }]
    const own = standsOn(await sheetNow(tx, row!, terms, now), byId)
    return [own && { action: 'assessment.issue', code: 'assessment.ownSheet' }]
  },
  async evaluation(tx, { id }, { byId, roles }) {
    const [row] = await tx.select().from(evaluations).where(eq(evaluations.caseId, id))
    const bar = assessorBar(row!, byId, roles)
    return [bar && { action: 'evaluation.assess', ...bar }]
  },
  async accident(tx, { id }, { byId }) {
    const [row] = await tx.select().from(accidents).where(eq(accidents.caseId, id))
    return [
      row!.engineerId === byId && { action: 'accident.lead', code: 'accident.ownMatter' },
      concerns(row!, byId) && { action: 'accident.drop', code: 'accident.concerned' },
    ]
  },
}

/** Whoever asks, with the roles they hold or stand in for. */
interface By {
  byId: string
  roles: readonly Role[]
  now: Instant
}

/**
 * What somebody may not do about a case for being a judge in their own matter: decide on what concerns them, what they
 * imposed or proposed, or what a penalty of their own hangs on; take back a proposal against themselves, or somebody
 * else's appeal; or because it falls to another role. The deeds are refused by the same.
 */
export async function barredFrom(tx: Tx, held: Held, by: By): Promise<Bar[]> {
  const bars: (Bar | false | null | undefined)[] = [...((await BY_KIND[held.kind]?.(tx, held, by)) ?? [])]
  if (await staysToPay(tx, held.id, by.byId)) bars.push({ action: 'case.withdraw', code: 'consequence.concerned' })
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

/**
 * Why somebody may not decide on a proposed penalty or measure: it is about them or theirs (`ownMatter`), or they have an
 * entry of their own in the case it is about.
 */
export async function proposalBar(
  tx: Tx,
  { parentId }: Pick<Case, 'parentId'>,
  { personId, proposedById }: Proposed,
  byId: string,
  ownMatter: ProblemCode,
): Promise<ProblemCode | null> {
  if (byId === personId || byId === proposedById) return ownMatter
  if (parentId === null) return null
  const [own] = await tx
    .select({ id: consequences.id })
    .from(consequences)
    .where(and(eq(consequences.caseId, parentId), eq(consequences.personId, byId)))
    .limit(1)
  return own ? 'consequence.concerned' : null
}
