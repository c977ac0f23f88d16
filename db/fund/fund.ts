import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { balanceOf, checkMovement, checkReminder, signed, type Account } from '../../rules/fund/fund.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { notify } from '../notification/notify.ts'
import { fundMovements } from '../schema/fund.ts'
import { person } from '../schema/person.ts'

interface Sums extends Record<string, unknown> {
  person_id: string
  code: string
  name: string
  claim_fen: number
  moved_fen: number
}

/**
 * Accounts with the fund (S2-T2-3.8-10): what signed sheets leave to it, and what was moved. A sheet that finance carries
 * out through payroll (S0-A-6.4) leaves nothing, save the settlement of who left and has no pay any more.
 */
export async function accountsOf(db: Db | Tx, personId?: string) {
  const rows = await db.execute<Sums>(sql`
    with claim as (
      select one->>'personId' as person_id, sum((one->>'totalFen')::int)::int as fen
      from assessment a join "case" k on k.id = a.case_id, jsonb_array_elements(a.sheet->'people') one
      where a.signed_at is not null and k.sample is null
        and (a.scope = 'final' or k.terms->'fund.collects'->>'value' = 'cash')
      group by 1
    ), moved as (select person_id, sum(amount_fen)::int as fen from fund_movement group by 1)
    select p.id as person_id, p.code, p.name, coalesce(c.fen, 0)::int as claim_fen, coalesce(m.fen, 0)::int as moved_fen
    from person p left join claim c on c.person_id = p.id left join moved m on m.person_id = p.id
    where ${personId === undefined ? sql`coalesce(c.fen, 0) <> 0 or m.fen is not null` : sql`p.id = ${personId}`}
    order by p.code`)
  return rows.map(({ person_id, code, name, claim_fen: claimFen, moved_fen: movedFen }) => ({
    personId: person_id,
    code,
    name,
    claimFen,
    movedFen,
    ...balanceOf({ claimFen, movedFen }),
  }))
}

/** One person's account, kept from changing until this transaction ends. Refuses an unknown person. */
async function lockAccount(tx: Tx, personId: string): Promise<Account> {
  const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update')
  if (!found) return refuse('person.notFound', { field: 'personId' })
  return (await accountsOf(tx, personId))[0]!
}

export interface NewMovement {
  personId: string
  kind: 'payment' | 'payout'
  amountFen: number
  occurredAt: Instant
  note: string
  byId: string
}

/** A fine was paid to the HR specialist, or a reward paid out. Never more than is owed; nobody records their own. */
export async function moveMoney(tx: Tx, given: NewMovement, now: Instant): Promise<{ id: string }> {
  const { personId, kind, amountFen, occurredAt, byId } = given
  if (personId === byId) refuse('fund.ownMatter')
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  checkMovement(await lockAccount(tx, personId), kind, amountFen)
  return enter(tx, { ...given, amountFen: signed(kind, amountFen) }, now)
}

/** Takes a wrong movement back, once. */
export async function takeBack(
  tx: Tx,
  { id, note, byId }: { id: string; note: string; byId: string },
  now: Instant,
): Promise<{ id: string }> {
  const [wrong] = await tx.select().from(fundMovements).where(eq(fundMovements.id, id))
  if (!wrong || wrong.kind === 'takenBack') return refuse('fund.unknown', { field: 'id' })
  if (wrong.personId === byId) refuse('fund.ownMatter')
  await lockAccount(tx, wrong.personId)
  const [already] = await tx.select().from(fundMovements).where(eq(fundMovements.aboutId, id))
  if (already) refuse('fund.takenBack')
  const { personId } = wrong
  const back = { personId, kind: 'takenBack' as const, amountFen: 0 - wrong.amountFen, aboutId: id, occurredAt: now }
  return enter(tx, { ...back, note, byId }, now)
}

async function enter(tx: Tx, row: Omit<typeof fundMovements.$inferInsert, 'recordedAt'>, now: Instant) {
  const [made] = await tx
    .insert(fundMovements)
    .values({ ...row, recordedAt: now })
    .returning({ id: fundMovements.id })
  const told = { template: 'fund.moved' as const, params: { amountFen: row.amountFen } }
  await notify(tx, [{ key: `fund:${made!.id}`, personId: row.personId, ...told }], now)
  return made!
}

/** Reminds somebody of what they owe. Returns how much that is, in fen. */
export async function remind(tx: Tx, personId: string, now: Instant): Promise<{ owesFen: number }> {
  const owesFen = checkReminder(await lockAccount(tx, personId))
  const told = { template: 'fund.reminder' as const, params: { owesFen } }
  await notify(tx, [{ key: `fund:reminder:${newId()}`, personId, ...told }], now)
  return { owesFen }
}

/** The cash book, the newest first; of one person, or whole. */
export function listMovements(
  db: Db,
  { personId, after, limit }: { personId?: string; after?: string; limit: number },
) {
  return db
    .select()
    .from(fundMovements)
    .where(
      and(
        personId === undefined ? undefined : eq(fundMovements.personId, personId),
        after === undefined ? undefined : lt(fundMovements.id, after),
      ),
    )
    .orderBy(desc(fundMovements.id))
    .limit(limit)
}
