import { and, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { draftOf, type Draft } from '../../rules/report/draft.ts'
import type { Figures } from '../../rules/report/figures.ts'
import type { FormName } from '../../rules/report/forms.ts'
import { periodOfReport } from '../../rules/report/owed.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { person } from '../schema/person.ts'
import { reports } from '../schema/report.ts'
import { countPeriod } from './count.ts'
import { materialOf } from './material.ts'
import { aboutOf } from './submit.ts'

const columns = {
  id: reports.caseId,
  form: reports.form,
  period: reports.period,
  authorId: reports.authorId,
  authorName: person.name,
  state: cases.state,
  regionId: cases.regionId,
  clause: obligations.clause,
  dueKind: obligations.dueKind,
  dueAt: obligations.dueAt,
  work: obligations.work,
  verdict: obligations.verdict,
  receivedAt: reports.receivedAt,
  recordedById: reports.recordedById,
  request: reports.request,
  askedById: reports.askedById,
  aboutCaseId: reports.aboutCaseId,
  recipientId: obligations.recipientId,
}

/** Who asks: their own reports, and those of the regions they oversee (`[]`: none of others). */
interface Reader {
  personId: string
  scope: Scope
}

const visible = ({ personId, scope }: Reader): SQL | undefined =>
  scope === 'all'
    ? inScope(scope)
    : or(
        eq(reports.authorId, personId),
        eq(obligations.recipientId, personId),
        eq(reports.askedById, personId),
        scope.length > 0 ? inScope(scope) : undefined,
      )

/** The promise that handing a report in keeps. */
export const isDelivery = sql`${obligations.promise} in (${reports.form}, 'deliver')`

const select = (db: Db) =>
  db
    .select(columns)
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .innerJoin(obligations, and(eq(obligations.caseId, reports.caseId), isDelivery))
    .leftJoin(person, eq(person.id, reports.authorId))

export interface ReportFilter extends Reader {
  form?: FormName
  period?: string
  authorId?: string
  /** `owed`: not handed in yet; `late`: of those, the ones whose time has passed. */
  waiting?: 'owed' | 'late'
  after?: string
  limit: number
}

/** Reports that are owed or were received, the newest first; ids of cases grow with time. */
export function listReports(db: Db, filter: ReportFilter) {
  const { form, period, authorId, waiting, after, limit } = filter
  return select(db)
    .where(
      and(
        visible(filter),
        form && eq(reports.form, form),
        period === undefined ? undefined : eq(reports.period, period),
        authorId === undefined ? undefined : eq(reports.authorId, authorId),
        waiting && eq(obligations.work, 'open'),
        waiting === 'late' ? eq(obligations.verdict, 'late') : undefined,
        after === undefined ? undefined : lt(reports.caseId, after),
      ),
    )
    .orderBy(desc(reports.caseId))
    .limit(limit)
}

/** One report: as it was received, or the draft of it with the data as they stand. */
export async function readReport(db: Db, caseId: string, reader: Reader) {
  const [row] = await select(db).where(and(eq(reports.caseId, caseId), visible(reader)))
  const [report] = await db.select().from(reports).where(eq(reports.caseId, caseId))
  if (!row || !report) return refuse('report.unknown', { field: 'id' })
  const about = aboutOf(report, row.regionId)
  const period = periodOfReport(report.form, report)
  const open = report.receivedAt === null
  const figures: Figures = report.figures ?? (await countPeriod(db, about, period))
  const draft: Draft | null = open ? draftOf(report.form, await materialOf(db, report.form, about, period)) : null
  return { ...row, sections: report.sections, figures, draft }
}
