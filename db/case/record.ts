import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { frontier } from '../../rules/story.ts'
import { cases, facts } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { alert } from './alert.ts'
import { judge, type Evidence, type Judgement } from './judge.ts'
import { lockCases, type Case } from './lock.ts'
import { armCase, neverOwed, open, rowOf } from './owe.ts'
import { requestPoke } from './poke.ts'
import { tellBearers } from './tell.ts'
import { obligationsOf, outcomesOf, viewOf, type Obligation } from './view.ts'

/** A fact as a verb states it. `key` makes the same evidence twice one fact. */
export interface NewFact {
  kind: string
  occurredAt: Instant
  knownAt?: Instant
  byId?: string | null
  data?: Record<string, unknown>
  provisional?: boolean
  correctsId?: string
  key?: string
}

/** Writes a fact of a locked case. Returns its id, or undefined when its key was there before: nothing is to be done. */
export async function writeFact(tx: Tx, caseId: string, fact: NewFact, now: Instant): Promise<string | undefined> {
  const [row] = await tx
    .insert(facts)
    .values({ caseId, ...fact, byId: fact.byId ?? null, recordedAt: now, receivedAt: now })
    .onConflictDoNothing({ target: facts.key })
    .returning({ id: facts.id })
  return row?.id
}

/** Judges promises by evidence and tells whom the judgement's steps speak to. The case must be locked. */
export async function settle(tx: Tx, caseId: string, evidence: readonly Evidence[], now: Instant): Promise<Judgement> {
  const judgement = await judge(tx, [caseId], now, evidence, 'person')
  await alert(tx, judgement.fired, now)
  await announce(tx, judgement.entries, now)
  return judgement
}

/**
 * Reads the story on from what is settled and opens what is owed now, there and then; ends the case when the story is
 * told. Asks for a poke when the workflow has to look: the next alarm moved earlier, or the case ended.
 * Call it last in every verb that wrote a fact or settled something. Returns all promises as they stand.
 */
export async function proceed(tx: Tx, procedure: Procedure, held: Case, now: Instant): Promise<Obligation[]> {
  const view = await viewOf(tx, held)
  let rows = await obligationsOf(tx, held.id)
  let ended = held.state !== 'open'
  while (!ended) {
    const outcomes = outcomesOf(rows, held.round)
    const reached = await frontier(procedure.story, outcomes)
    ended = reached.ended
    const standing = new Set(
      rows.filter((row) => row.round === held.round && row.work === 'open').map((row) => row.promise),
    )
    const fresh = reached.owed.filter((promise) => !standing.has(promise))
    const opened = fresh.flatMap((promise) => {
      const owed = procedure.owed(promise, view)
      return owed.length === 0
        ? [neverOwed(held, promise, now)]
        : owed.map((one) => rowOf(held, promise, one, view, now))
    })
    if (opened.length === 0) break
    const added = await open(tx, opened)
    await tellBearers(tx, held, added, view, now)
    rows = [...rows, ...added]
  }
  await arm(tx, held, ended, now)
  return rows
}

async function arm(tx: Tx, held: Case, ended: boolean, now: Instant): Promise<void> {
  if (ended && held.state === 'open') {
    await tx
      .update(cases)
      .set({ state: 'ended', endedAt: now, nextAlarmAt: null })
      .where(and(eq(cases.id, held.id), eq(cases.state, 'open')))
    await requestPoke(tx, held.id)
  } else if (await armCase(tx, held)) await requestPoke(tx, held.id)
}

/** Takes a case's open promises away, all of them, and ends it as withdrawn; no clock of it ticks on. */
export async function withdraw(tx: Tx, held: Case, factId: string, reason: string, now: Instant): Promise<void> {
  const rows = await obligationsOf(tx, held.id)
  const openRows = rows.filter((row) => row.work === 'open')
  await settle(
    tx,
    held.id,
    openRows.map((row) => ({ obligationId: row.id, work: 'released' as const, occurredAt: now, factId, reason })),
    now,
  )
  await tx.update(cases).set({ state: 'withdrawn', endedAt: now, nextAlarmAt: null }).where(eq(cases.id, held.id))
  await requestPoke(tx, held.id)
}

/** Locks one case. Undefined when there is none. */
export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  return (await lockCases(tx, [id]))[0]
}
