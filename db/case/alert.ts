import { eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Audience } from '../../rules/obligation/obligation.ts'
import { isRole } from '../../rules/roles.ts'
import { resolveRole, superiorOf, type Skipped } from '../person/resolve.ts'
import { cases, obligations } from '../schema/case.ts'
import { notify, type Notice } from '../notification/notify.ts'
import type { Tx } from '../client.ts'
import type { FiredStep } from './judge.ts'

type Bearer = {
  id: string
  bearerId: string | null
  clause: string
  promise: string
  dueAt: Instant | null
  caseId: string
  bearerRole: string | null
  regionId: string | null
  sample: string | null
  kind: string
}

/** Who a step of the ladder speaks to: people present at `at` who are not the person concerned. */
async function recipientsOf(tx: Tx, audience: Audience, about: Bearer, at: Instant) {
  const person = about.bearerId ?? undefined
  const asked = { at, regionId: about.regionId ?? undefined, sample: about.sample }
  if (audience === 'bearer' && isRole(about.bearerRole)) return resolveRole(tx, { ...asked, role: about.bearerRole })
  if (audience === 'bearer') return { personIds: person ? [person] : [], skipped: [] }
  if (audience === 'superior' && person) return superiorOf(tx, person, at)
  const role = audience === 'gm' ? 'centreGm' : audience === 'deputyGm' ? 'centreDeputyGm' : 'technicalServiceManager'
  return resolveRole(tx, { ...asked, role, aboutPersonId: person })
}

/**
 * Tells people about steps that were just taken, in the transaction that took them: who was told, and who was passed
 * over and why, is kept with the step. The key of a step makes each of its notifications happen once.
 */
export async function alert(tx: Tx, fired: readonly FiredStep[], now: Instant): Promise<void> {
  if (fired.length === 0) return
  const about = await tx
    .select({
      id: obligations.id,
      bearerId: obligations.bearerId,
      bearerRole: obligations.bearerRole,
      clause: obligations.clause,
      promise: obligations.promise,
      dueAt: obligations.dueAt,
      caseId: obligations.caseId,
      regionId: cases.regionId,
      sample: cases.sample,
      kind: cases.kind,
    })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(
      inArray(
        obligations.id,
        fired.map((step) => step.obligationId),
      ),
    )
  const byId = new Map(about.map((row) => [row.id, row]))
  const notices: Notice[] = []
  const told = new Set<string>()
  const spokenTo: { key: string; recipientIds: string[]; skipped: Skipped[] }[] = []
  // Promises that one event made late at once have mostly the same people above them.
  const known = new Map<string, Awaited<ReturnType<typeof recipientsOf>>>()
  for (const step of fired) {
    const concerned = byId.get(step.obligationId)!
    const { bearerId, bearerRole, regionId, sample } = concerned
    const question = [step.audience, bearerId, bearerRole, regionId, sample].join(' ')
    const found = known.get(question) ?? (await recipientsOf(tx, step.audience, concerned, now))
    known.set(question, found)
    const { personIds, skipped } = found
    spokenTo.push({ key: step.key, recipientIds: personIds, skipped })
    // A report owed to five is five promises; whoever is told of its step is told once.
    const subject = [
      concerned.caseId,
      concerned.promise,
      concerned.clause,
      concerned.bearerId,
      concerned.dueAt,
      step.step,
    ]
    for (const personId of personIds.filter((id) => isNew(told, [...subject, id].join(' '))))
      notices.push({
        key: step.key,
        personId,
        template: step.audience === 'bearer' ? 'obligation.reminder' : 'obligation.escalation',
        params: {
          clause: concerned.clause,
          promise: concerned.promise,
          kind: concerned.kind,
          dueAt: concerned.dueAt,
          step: step.step,
        },
        caseId: step.caseId,
        obligationId: step.obligationId,
      })
  }
  await tx.execute(sql`
    update escalation e set recipient_ids = s."recipientIds", skipped = s.skipped
    from jsonb_to_recordset(${JSON.stringify(spokenTo)}::jsonb) as s(key text, "recipientIds" jsonb, skipped jsonb)
    where e.key = s.key`)
  await notify(tx, notices, now)
}

function isNew(seen: Set<string>, key: string): boolean {
  const fresh = !seen.has(key)
  seen.add(key)
  return fresh
}

/**
 * Takes a step before its time because a person found out what the clock would have: its key keeps the clock from
 * taking it again. `step` names one of the obligation's steps. Nothing happens when it was taken already.
 */
export async function takeStep(tx: Tx, obligationId: string, step: string, now: Instant): Promise<void> {
  const taken = await tx.execute<{ key: string; case_id: string; audience: Audience }>(sql`
    insert into escalation (key, obligation_id, case_id, step, audience, planned_at, fired_at, state, by)
    select 'obligation:' || o.id || ':' || o.due_rev || ':' || s.step, o.id, o.case_id, s.step, s."to",
      to_timestamp(s.at / 1000), ${new Date(now).toISOString()}::timestamptz, 'fired', 'person'
    from obligation o, jsonb_to_recordset(o.steps) as s(step text, at numeric, "to" text)
    where o.id = ${obligationId} and s.step = ${step}
    on conflict (key) do nothing returning key, case_id, audience`)
  await alert(
    tx,
    taken.map((row) => ({ key: row.key, obligationId, caseId: row.case_id, step, audience: row.audience })),
    now,
  )
}
