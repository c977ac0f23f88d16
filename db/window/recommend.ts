import { eq, inArray, type SQL } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { WindowEntry } from '../../rules/window/entry.ts'
import { gradeBelow, LOWEST_GRADE } from '../../rules/window/payGrade.ts'
import { goBack } from '../case/goBack.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, settle, withdraw, writeFact } from '../case/record.ts'
import { obligationsOf } from '../case/view.ts'
import { reopen } from '../case/reopen.ts'
import type { Tx } from '../client.ts'
import { changeBehind } from '../consequence/changes.ts'
import { compare } from '../consequence/reconcile.ts'
import { enterAbout, type Entry } from '../consequence/enter.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { termsFor } from '../policy/terms.ts'
import { fileOf } from '../record/file.ts'
import { consequences } from '../schema/consequence.ts'
import { recommendations } from '../schema/window.ts'
import { gradeOn } from './grade.ts'

export interface Followed {
  personId: string
  /** The recommendations that the ledger holds of the person. */
  where: SQL | undefined
  desired: readonly WindowEntry[]
  /** The facts that the windows look at. */
  known: readonly string[]
}

/**
 * Brings a person's recommendations in line with what their windows call for. New ones wait for the general manager. One
 * whose ground fell away is taken back while it waits; an approved one goes back to the general manager, who upholds or
 * revokes it. A declined one stays declined. Returns the cases to poke.
 */
export async function followRecommendations(
  tx: Tx,
  procedure: Procedure,
  { personId, where, desired, known: looked }: Followed,
  now: Instant,
): Promise<string[]> {
  const { add, fallen, standing } = await compare(tx, where, desired)
  const poke: string[] = []
  for (const entry of add) poke.push(await recommend(tx, procedure, personId, entry, now))
  const known = [...fallen, ...standing].map(({ entry }) => entry.id)
  if (known.length === 0) return poke
  const rows = await tx.select().from(recommendations).where(inArray(recommendations.consequenceId, known))
  const rowOf = new Map(rows.map((row) => [row.consequenceId, row]))
  for (const { entry } of fallen) {
    const row = rowOf.get(entry.id)!
    if (!row.grounded) continue
    if (row.decision === null) await takeBack(tx, entry, await changeBehind(tx, entry, looked, add), now)
    else if (row.decision !== 'declined' && row.decision !== 'revoked')
      await sendBack(tx, procedure, personId, entry, row.action, now)
    await setGrounded(tx, entry, false)
    poke.push(entry.caseId)
  }
  for (const { entry } of standing) {
    const row = rowOf.get(entry.id)!
    if (row.grounded) continue
    await standAgain(tx, procedure, entry, now)
    await setGrounded(tx, entry, true)
    poke.push(entry.caseId)
  }
  return poke
}

const setGrounded = (tx: Tx, entry: Entry, grounded: boolean) =>
  tx.update(recommendations).set({ grounded }).where(eq(recommendations.consequenceId, entry.id))

async function recommend(
  tx: Tx,
  procedure: Procedure,
  personId: string,
  asked: WindowEntry & { revision: string },
  now: Instant,
): Promise<string> {
  const { revision, action, ...entry } = asked
  const file = await fileOf(tx, personId, now)
  const terms = await termsFor(tx, { topic: 'discipline', at: asked.occurredAt, personId })
  const { regionId, sample } = file
  const held = await openCase(tx, { kind: 'recommendation', startedAt: asked.occurredAt, terms, regionId, sample })
  // Below the lowest grade there is nothing to go to; the general manager is told so and decides all the same.
  const grade = (await gradeOn(tx, personId, asked.occurredAt)) ?? LOWEST_GRADE
  const target = action === 'downgrade' ? { grade, target: gradeBelow(grade) } : {}
  const [made] = await tx
    .insert(consequences)
    .values({
      ...entry,
      key: revision,
      personId,
      caseId: held.id,
      recordedAt: now,
      sample,
      arithmetic: { ...entry.arithmetic, action, ...target },
    })
    .returning()
  await tx.insert(recommendations).values({ caseId: held.id, consequenceId: made!.id, personId, action: action! })
  const { clause, policy, policyVersion } = entry
  const data = { consequenceId: made!.id, clause, policy, policyVersion }
  await writeFact(tx, held.id, { kind: 'recommended', occurredAt: now, data }, now)
  await proceed(tx, procedure, held, now)
  await tell(tx, made!, personId, { template: 'recommendation.made', action: action! }, now)
  return held.id
}

/** Nobody decided yet and nothing is left to decide. */
async function takeBack(
  tx: Tx,
  entry: Entry,
  { arithmetic, evidenceIds }: Awaited<ReturnType<typeof changeBehind>>,
  now: Instant,
): Promise<void> {
  const held = (await lockCase(tx, entry.caseId))!
  await enterAbout(tx, entry, { kind: 'reversal', arithmetic: { rule: 'window', ...arithmetic }, evidenceIds }, now)
  const factId = await writeFact(tx, held.id, { kind: 'groundFell', occurredAt: now, data: groundOf(entry) }, now)
  await withdraw(tx, held, factId!, 'groundFell', now)
}

/** It was approved: what that led to is not undone by a machine, so the general manager is asked again. */
async function sendBack(
  tx: Tx,
  procedure: Procedure,
  personId: string,
  entry: Entry,
  action: string,
  now: Instant,
): Promise<void> {
  const held = (await lockCase(tx, entry.caseId))!
  const factId = (await writeFact(tx, held.id, { kind: 'groundFell', occurredAt: now, data: groundOf(entry) }, now))!
  const open = await reopen(tx, held, [], now)
  const back = await goBack(tx, open, { again: ['decide'], factId, occurredAt: now }, now)
  await proceed(tx, procedure, back, now)
  await tell(tx, entry, personId, { template: 'recommendation.groundFell', action, factId }, now)
}

/** The ground is there again: what the general manager was to decide anew is settled. */
async function standAgain(tx: Tx, procedure: Procedure, entry: Entry, now: Instant): Promise<void> {
  const held = (await lockCase(tx, entry.caseId))!
  if (held.state !== 'open') return
  const factId = await writeFact(tx, held.id, { kind: 'groundStands', occurredAt: now }, now)
  const open = (await obligationsOf(tx, held.id)).filter((row) => row.work === 'open')
  const released = open.map(({ id }) => ({
    obligationId: id,
    work: 'released' as const,
    occurredAt: now,
    factId,
    reason: 'groundStands',
  }))
  await settle(tx, held.id, released, now)
  await proceed(tx, procedure, held, now)
}

const groundOf = ({ id: consequenceId, clause, policy, policyVersion }: Entry) => ({
  consequenceId,
  clause,
  policy,
  policyVersion,
})

/** The general manager and the person concerned hear of it at once. */
async function tell(
  tx: Tx,
  entry: Entry,
  personId: string,
  what: { template: 'recommendation.made' | 'recommendation.groundFell'; action: string; factId?: string },
  now: Instant,
): Promise<void> {
  const { personIds } = await resolveRole(tx, { role: 'companyGm', at: now, aboutPersonId: personId })
  const params = { consequenceId: entry.id, clause: entry.clause, action: what.action }
  await notify(
    tx,
    [personId, ...personIds].map((to) => ({
      key: `${what.template}:${what.factId ?? entry.key}`,
      personId: to,
      template: what.template,
      params,
      caseId: entry.caseId,
    })),
    now,
  )
}
