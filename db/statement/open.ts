import { eq, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Required } from '../../rules/statement/statement.ts'
import { lockCases } from '../case/lock.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, withdraw, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { entryById } from '../consequence/enter.ts'
import { notify } from '../notification/notify.ts'
import { superiorOf } from '../person/resolve.ts'
import { termsFor } from '../policy/terms.ts'
import { statements } from '../schema/statement.ts'

/**
 * Follows the ledger: a statement is asked for where an entry requires one, and taken away where that entry came to
 * nothing. Once for each entry, whatever process wrote it. A background duty; returns the cases to poke.
 */
export async function followStatements(db: Db, procedure: Procedure, now: Instant): Promise<string[]> {
  const poke: string[] = []
  const fresh = await db.execute<{ id: string }>(sql`
    select c.id from consequence c where c.kind = 'statement' and c.about_id is null and c.person_id is not null
      and not exists (select from consequence a where a.about_id = c.id and a.kind in ('reversal', 'waiver'))
      and not exists (select from statement s where s.consequence_id = c.id)
    order by c.recorded_at limit 100`)
  for (const { id } of fresh) {
    const opened = await db.transaction((tx) => requireOne(tx, procedure, id, now))
    if (opened) poke.push(opened)
  }
  const fallen = await db.execute<{ case_id: string }>(sql`
    select s.case_id from statement s join "case" k on k.id = s.case_id and k.state = 'open'
    where exists (
      select from consequence a where a.about_id = s.consequence_id and a.kind in ('reversal', 'waiver')) limit 100`)
  for (const { case_id } of fallen) {
    await db.transaction(async (tx) => {
      const held = await lockCase(tx, case_id)
      if (held?.state !== 'open') return
      const factId = await writeFact(tx, case_id, { kind: 'groundFell', occurredAt: now }, now)
      await withdraw(tx, held, factId!, 'groundFell', now)
    })
    poke.push(case_id)
  }
  return poke
}

async function requireOne(
  tx: Tx,
  procedure: Procedure,
  consequenceId: string,
  now: Instant,
): Promise<string | undefined> {
  const known = (await entryById(tx, consequenceId))!
  const [about] = await lockCases(tx, [known.entry.caseId])
  const [already] = await tx.select().from(statements).where(eq(statements.consequenceId, consequenceId))
  if (already) return undefined
  const { clause, policy, policyVersion, personId } = known.entry
  const { personIds } = await superiorOf(tx, personId!, now)
  const readerId = personIds[0] ?? null
  const terms = await termsFor(tx, { topic: 'house', at: now })
  const { regionId, sample, id: parentId } = about!
  const held = await openCase(tx, { kind: 'statement', startedAt: now, terms, regionId, sample, parentId })
  await tx.insert(statements).values({ caseId: held.id, consequenceId, personId: personId!, readerId, requiredAt: now })
  const data: Required = { consequenceId, clause, policy, policyVersion, personId: personId!, readerId }
  await writeFact(tx, held.id, { kind: 'statementRequired', occurredAt: now, data: { ...data } }, now)
  await proceed(tx, procedure, held, now)
  const told = { template: 'statement.required' as const, params: { clause }, caseId: held.id }
  await notify(tx, [{ key: `statement:${held.id}:required`, personId: personId!, ...told }], now)
  return held.id
}
