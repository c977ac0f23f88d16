import { openDueAssessments } from '../db/assessment/open.ts'
import { beat, sweep } from '../db/case/tick.ts'
import type { Db } from '../db/client.ts'
import { confirmDue } from '../db/consequence/confirm.ts'
import { remindDeciders } from '../db/consequence/remind.ts'
import { openEvaluations } from '../db/evaluation/open.ts'
import { deliverDue } from '../db/consequence/deliver.ts'
import { forgetKeys } from '../db/idempotency.ts'
import { releaseLifted } from '../db/measure/releaseLifted.ts'
import { forgetChanges } from '../db/live/changes.ts'
import { openBonus } from '../db/pay/bonus.ts'
import { rerankBonuses } from '../db/pay/rerank.ts'
import { openAfterService } from '../db/report/afterService.ts'
import { openDueReports } from '../db/report/open.ts'
import { followReaders } from '../db/rulebook/followReaders.ts'
import { followStatements } from '../db/statement/open.ts'
import { markOutdated } from '../db/window/mark.ts'
import { recomputeDue } from '../db/window/recompute.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../rules/instant.ts'
import { RHYTHMS } from '../rules/report/period.ts'
import { FULL_HAND, type Duty } from './background.ts'
import type { Outbox } from './outbox.ts'
import { procedures } from './procedures.ts'
import type { Relay } from './temporal/relay.ts'

/** The name that the duties' heartbeat goes by. */
export const BACKGROUND = 'background'

/** House rule: the sweep looks every 250 ms at alarms overdue by more than a second. */
const SWEEP = { everyMs: 250, graceMs: SECOND }

/** House rule: a phone that was away for a week may still repeat its request; then the answer, which holds data, goes. */
const KEPT_ANSWERS = 7 * DAY

/** House rule: a page that was asleep for longer reads everything anew. */
const KEPT_CHANGES = DAY

export interface DutyTools {
  relay: Relay
  outbox: Outbox
  /** Keeps Temporal's Schedules standing. */
  schedules(): Promise<number>
  /** Counts the cases whose overdue alarm the sweep had to take. */
  repaired(cases: number): void
}

/** What the product does besides answering. */
export function dutiesOf(db: Db, { relay, outbox, schedules, repaired }: DutyTools): Duty[] {
  const sweepUp = async () => {
    const cases = await sweep(db, Date.now(), SWEEP.graceMs, FULL_HAND)
    repaired(cases)
    return cases
  }
  const showLife = async () => {
    await beat(db, BACKGROUND, Date.now())
    return 0
  }
  /** The second pair of eyes beside the Schedules; it opens nothing on a quiet day. */
  const openPeriods = async () => {
    const now = Date.now()
    for (const rhythm of RHYTHMS) await openDueReports(db, procedures, rhythm, now)
    await openDueAssessments(db, procedures.assessment, now)
    relay.poke(await openAfterService(db, procedures, now))
    await db.transaction((tx) => openBonus(tx, procedures.bonus, now))
    return 0
  }
  const releaseMeasures = async () => {
    const cases = await releaseLifted(db, procedures.measure, Date.now())
    relay.poke(cases)
    return cases.length
  }
  const openRegularEvaluations = async () => {
    const now = Date.now()
    relay.poke(await openEvaluations(db, procedures.evaluation, now, now))
    return 0
  }
  const followLedger = async () => {
    const cases = await followStatements(db, procedures.statement, Date.now())
    relay.poke(cases)
    return cases.length
  }
  const askReaders = async () => {
    relay.poke(await followReaders(db, procedures.rulebook, Date.now()))
    return 0
  }
  const recomputePast = async () => {
    const { people, poke } = await recomputeDue(db, procedures.recommendation, Date.now())
    relay.poke(poke)
    return people
  }
  const remind = async () => {
    await remindDeciders(db, Date.now())
    return 0
  }
  const rankAnew = () => rerankBonuses(db, Date.now())
  const passDay = async () => {
    await markOutdated(db, Date.now())
    return 0
  }
  return [
    { name: 'sweep', everyMs: SWEEP.everyMs, run: sweepUp },
    { name: 'relay', everyMs: 500, run: () => relay.deliverDue() },
    { name: 'outbox', everyMs: 500, run: () => outbox.deliverDue() },
    { name: 'deliver', everyMs: MINUTE, run: () => deliverDue(db, Date.now()) },
    { name: 'confirm', everyMs: MINUTE, run: () => confirmDue(db, Date.now()) },
    { name: 'reminders', everyMs: 10 * MINUTE, run: remind },
    { name: 'schedules', everyMs: 5 * SECOND, run: schedules },
    { name: 'statements', everyMs: MINUTE, run: followLedger },
    { name: 'periods', everyMs: MINUTE, run: openPeriods },
    { name: 'measures', everyMs: MINUTE, run: releaseMeasures },
    { name: 'evaluations', everyMs: HOUR, run: openRegularEvaluations },
    { name: 'bonuses', everyMs: 10 * MINUTE, run: rankAnew },
    { name: 'readers', everyMs: 10 * MINUTE, run: askReaders },
    { name: 'windows', everyMs: 500, run: recomputePast },
    { name: 'windowsOfTheDay', everyMs: MINUTE, run: passDay },
    { name: 'heartbeat', everyMs: SECOND, run: showLife },
    { name: 'forget', everyMs: HOUR, run: () => forgetKeys(db, Date.now() - KEPT_ANSWERS) },
    { name: 'forgetChanges', everyMs: HOUR, run: () => forgetChanges(db, Date.now() - KEPT_CHANGES) },
  ]
}
