import { and, asc, desc, eq, exists, inArray, lt, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { latest } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { planOf, siteCalendar } from '../../rules/staffChange/change.ts'
import { handoverFloor } from '../../rules/staffChange/handover.ts'
import { localDate } from '../../rules/time/local.ts'
import { adjust, workingDayNumber } from '../../rules/time/working.ts'
import { obligationsOf, viewOf } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { project } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { rulesOf } from './sites.ts'
import { withinReach, type Reach } from './reach.ts'
import { refuse } from '../../rules/problem.ts'

export interface Filter {
  reach: Reach
  state?: string
  projectId?: string
  /** Only those in which this person, or one of these roles, has something to do. */
  awaiting?: { personId: string; roles: readonly Role[] }
  /** The start and id that the page begins after. */
  after?: [Instant, string]
  limit: number
}

const leaver = alias(person, 'leaver')
const follower = alias(person, 'follower')
const columns = {
  id: cases.id,
  state: cases.state,
  projectId: staffChanges.projectId,
  trigger: staffChanges.trigger,
  ground: staffChanges.ground,
  outgoingId: staffChanges.outgoingId,
  incomingId: staffChanges.incomingId,
  // The client and the contractor see whom a change is about, though not the register.
  outgoingName: leaver.name,
  incomingName: follower.name,
  projectName: project.name,
  handoverStartOn: staffChanges.handoverStartOn,
  takesOverOn: staffChanges.takesOverOn,
  startedAt: cases.startedAt,
  endedAt: cases.endedAt,
  nextAlarmAt: cases.nextAlarmAt,
}

/** Changes within reach, the latest begun first. */
export function listChanges(db: Db, { reach, state, projectId, awaiting, after, limit }: Filter) {
  return db
    .select(columns)
    .from(staffChanges)
    .innerJoin(cases, eq(cases.id, staffChanges.caseId))
    .innerJoin(project, eq(project.id, staffChanges.projectId))
    .innerJoin(leaver, eq(leaver.id, staffChanges.outgoingId))
    .leftJoin(follower, eq(follower.id, staffChanges.incomingId))
    .where(
      and(
        withinReach(reach),
        state ? eq(cases.state, state) : undefined,
        projectId ? eq(staffChanges.projectId, projectId) : undefined,
        awaiting && exists(openRowsOf(db, awaiting)),
        after && or(lt(cases.startedAt, after[0]), and(eq(cases.startedAt, after[0]), lt(cases.id, after[1]))),
      ),
    )
    .orderBy(desc(cases.startedAt), desc(cases.id))
    .limit(limit)
}

function openRowsOf(db: Db, { personId, roles }: NonNullable<Filter['awaiting']>) {
  const theirs = or(eq(obligations.bearerId, personId), inArray(obligations.bearerRole, [...roles]))
  return db
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(eq(obligations.caseId, cases.id), eq(obligations.work, 'open'), theirs))
}

/** One change as it stands: its promises, what happened, its dates, and how far its handover is at an instant. */
export async function readChange(db: Db | Tx, caseId: string, now: Instant) {
  const [found] = await db
    .select({ ...columns, held: cases })
    .from(staffChanges)
    .innerJoin(cases, eq(cases.id, staffChanges.caseId))
    .innerJoin(project, eq(project.id, staffChanges.projectId))
    .innerJoin(leaver, eq(leaver.id, staffChanges.outgoingId))
    .leftJoin(follower, eq(follower.id, staffChanges.incomingId))
    .where(eq(staffChanges.caseId, caseId))
  if (!found) return refuse('staffChange.unknown', { field: 'id' })
  const { held, ...row } = found
  const view = await viewOf(db as Tx, held)
  const promises = await obligationsOf(db as Tx, caseId)
  return {
    ...row,
    policy: held.terms['staffChange.notice']!.policy,
    rules: rulesOf(held.terms),
    plan: planOf(view),
    handover: handoverNow(view, now),
    obligations: promises,
    facts: [...view.facts],
  }
}

/** The handover's earliest end and which of its working days an instant falls on; null before it began. */
function handoverNow(view: Awaited<ReturnType<typeof viewOf>>, now: Instant) {
  const begun = latest(view, 'handoverStarted')
  if (!begun) return null
  const floor = handoverFloor(view)
  const calendar = siteCalendar(view.terms, view.calendar)
  const firstOn = adjust(calendar, localDate(begun.occurredAt), 'next').on
  const { number } = workingDayNumber(calendar, firstOn, localDate(now))
  const ends = floor.kind === 'floor' ? { days: floor.days, endsAt: floor.at } : { days: null, endsAt: null }
  return { beganAt: begun.occurredAt, ...ends, today: number }
}

/** Whether somebody leaves or follows by this change, or bears one of its promises. */
export async function takesPart(tx: Tx, caseId: string, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ caseId: staffChanges.caseId })
    .from(staffChanges)
    .leftJoin(obligations, and(eq(obligations.caseId, staffChanges.caseId), eq(obligations.bearerId, personId)))
    .where(
      and(
        eq(staffChanges.caseId, caseId),
        or(
          eq(staffChanges.outgoingId, personId),
          eq(staffChanges.incomingId, personId),
          eq(obligations.bearerId, personId),
        ),
      ),
    )
    .orderBy(asc(staffChanges.caseId))
    .limit(1)
  return row !== undefined
}
