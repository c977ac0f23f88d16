import { and, eq } from 'drizzle-orm'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import type { Db } from '../../db/client.ts'
import { enterAbout } from '../../db/consequence/enter.ts'
import { proposePenalty } from '../../db/penalty/propose.ts'
import { openReports } from '../../db/report/open.ts'
import { startDraft } from '../../db/rulebook/draft.ts'
import { assessments } from '../../db/schema/assessment.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { periodOf } from '../../rules/report/period.ts'
import { atTime } from '../../rules/time/local.ts'
import { accidentDesk, COMPLAINT_I, COMPLAINT_II } from './accidents.ts'
import type { Username } from './workplace.ts'

/**
 * A month with consequences: two accidents of Class I of the engineer, one of their fines confirmed, which together ask
 * for a downgrade; one of Class II today; a statement proposed by the case; reports of the last week; the month's sheets,
 * and a draft of a rulebook.
 */
export async function assessed(db: Db, people: Record<Username, string>) {
  const { engineer, director, deputy, support, gm } = people
  const now = Date.now()
  const month = periodOf('monthly', now)
  const lastMonth = (day: string) => atTime(`${month.key}-${day}`, '10:00')
  const desk = accidentDesk(db, director)

  const firstId = await desk.report(engineer, COMPLAINT_I, lastMonth('12'))
  await desk.report(engineer, COMPLAINT_I, lastMonth('20'))
  const freshId = await desk.report(engineer, COMPLAINT_II, now - 2 * HOUR, now - HOUR)
  await desk.follow(now)
  const fineOf = async (caseId: string) => {
    const of = and(eq(consequences.caseId, caseId), eq(consequences.personId, engineer), eq(consequences.kind, 'fine'))
    return (await db.select().from(consequences).where(of))[0]!
  }
  const confirmed = await fineOf(firstId)
  const provisional = await fineOf(freshId)
  const upheld = { kind: 'confirmation', arithmetic: { rule: 'confirmed' }, byId: gm } as const
  await db.transaction((tx) => enterAbout(tx, confirmed, upheld, now - HOUR))

  const penalty = await db.transaction((tx) =>
    proposePenalty(
      tx,
      procedures.penalty,
      {
        personId: support,
        ground: 'penalty.service',
        kind: 'statement',
        amountFen: 0,
        reason: '答复客户不及时，请说明。',
        byId: deputy,
        scope: 'all',
      },
      now,
    ),
  )
  await db.transaction((tx) => openReports(tx, procedures, periodOf('weekly', now - 7 * DAY), now))
  await db.transaction((tx) => openAssessments(tx, procedures.assessment, month, now))
  const sheets = await db.select().from(assessments).where(eq(assessments.month, month.key))
  const draft = await db.transaction((tx) =>
    startDraft(
      tx,
      procedures.rulebook,
      {
        rulebookId: 'S0A',
        kind: 'amendment',
        values: { 'window.span': 'calendar' },
        note: '期间按自然月计算，便于核对。',
        byId: director,
      },
      now,
    ),
  )
  const [recommendation] = await desk.asked(engineer)
  return {
    month: month.key,
    accidentId: firstId,
    freshId,
    confirmedId: confirmed.id,
    provisionalId: provisional.id,
    recommendationId: recommendation!.caseId,
    penaltyId: penalty.caseId,
    sheetId: sheets.find(({ scope }) => scope === 'staff')!.caseId,
    draftId: draft.caseId,
  }
}
