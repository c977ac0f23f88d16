import { sql } from 'drizzle-orm'
import { DAY, type Instant } from '../../rules/instant.ts'
import { isAsked } from '../../rules/report/owed.ts'
import { periodOf } from '../../rules/report/period.ts'
import type { Db } from '../client.ts'
import { openOne, type ReportProcedures } from './open.ts'
import { reportTerms } from './terms.ts'

/** How long ago a service may have ended and still call for its report: a house that has just begun looks no further. */
const LOOK_BACK_MS = DAY

interface Finished extends Record<string, unknown> {
  id: string
  region_id: string | null
  engineer_id: string
  finished_at: string
}

/**
 * Asks for the reports after services that were finished on site (S2-1.2.12.5): course and result to the superior; cause,
 * handling and result to the customer. Once for each task. A background duty; returns the cases it opened, to poke.
 */
export async function openAfterService(db: Db, procedures: ReportProcedures, now: Instant): Promise<string[]> {
  const since = new Date(now - LOOK_BACK_MS).toISOString()
  const finished = await db.execute<Finished>(sql`
    select k.id, k.region_id, t.engineer_id, o.settled_at as finished_at
    from service_task t join "case" k on k.id = t.case_id
      join obligation o on o.case_id = k.id and o.promise = 'complete' and o.work = 'done' and o.round = k.round
    where k.sample is null and t.engineer_id is not null and coalesce(t.form->>'mode', 'onSite') = 'onSite'
      and o.settled_at > ${since}::timestamptz
      and not exists (select from report r where r.key = 'afterService:' || k.id)
    order by o.settled_at limit 100`)
  const opened: string[] = []
  for (const { id: aboutCaseId, region_id: regionId, engineer_id: authorId, finished_at } of finished) {
    const startedAt = Date.parse(finished_at)
    const caseId = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`afterService:${aboutCaseId}`}, 0))`)
      const [known] = await tx.execute(sql`select from report where key = ${`afterService:${aboutCaseId}`}`)
      const terms = await (await reportTerms(tx, startedAt))(authorId)
      if (known || !isAsked(terms, 'afterService')) return undefined
      const period = periodOf('daily', startedAt)
      const given = { form: 'afterService' as const, period, authorId, regionId, terms, asked: { aboutCaseId } }
      return openOne(tx, procedures.workReport, { ...given, key: `afterService:${aboutCaseId}`, startedAt }, now)
    })
    if (caseId) opened.push(caseId)
  }
  return opened
}
