import { eq, inArray } from 'drizzle-orm'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import type { Given, Wording } from '../../rules/notification/template.ts'
import { render } from '../../rules/notification/templates.ts'
import { promiseLabel } from '../../rules/promises.ts'
import { cases, obligations } from '../schema/case.ts'
import { incidentReports, incidents } from '../schema/incident.ts'
import { notifications } from '../schema/notification.ts'
import { person } from '../schema/person.ts'
import type { Db, Tx } from '../client.ts'

type Row = Pick<typeof notifications.$inferSelect, 'id' | 'template' | 'params' | 'obligationId'>

/**
 * Puts notices into words, by id. Names are looked up now, so that the outbox holds ids only: who promised, what a
 * report's author wrote.
 */
export async function wordsOf(db: Db | Tx, rows: readonly Row[]): Promise<Map<string, Wording>> {
  const bearers = await bearersOf(db, rows)
  const reports = await reportsOf(db, rows)
  return new Map(
    rows.map((row) => {
      const { kind, promise, clause: cited, reportId } = row.params
      const given: Given = {
        params: row.params,
        ...(typeof promise === 'string' && { promise: promiseLabel(String(kind), promise) }),
        ...(typeof cited === 'string' && isClauseId(cited) && { clauseTitle: clause(cited) }),
        bearer: bearers.get(row.obligationId ?? ''),
        report: reports.get(String(reportId)),
      }
      return [row.id, render(row.template, given)]
    }),
  )
}

async function bearersOf(db: Db | Tx, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.obligationId ?? [])
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: obligations.id, name: person.name })
    .from(obligations)
    .innerJoin(person, eq(person.id, obligations.bearerId))
    .where(inArray(obligations.id, ids))
  return new Map(found.map((row) => [row.id, row.name]))
}

async function reportsOf(db: Db | Tx, rows: readonly Row[]) {
  const ids = rows.flatMap((row) => (row.template === 'incident.report' ? [String(row.params.reportId)] : []))
  if (ids.length === 0) return new Map<string, NonNullable<Given['report']>>()
  const found = await db
    .select({
      id: incidentReports.id,
      subject: incidentReports.subject,
      body: incidentReports.body,
      author: person.name,
      flags: incidents.flags,
      knownAt: cases.startedAt,
    })
    .from(incidentReports)
    .innerJoin(person, eq(person.id, incidentReports.authorId))
    .innerJoin(incidents, eq(incidents.caseId, incidentReports.caseId))
    .innerJoin(cases, eq(cases.id, incidentReports.caseId))
    .where(inArray(incidentReports.id, ids))
  return new Map(found.map((row) => [row.id, row]))
}
