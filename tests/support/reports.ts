import { and, eq } from 'drizzle-orm'
import { procedures } from '../../api/procedures.ts'
import { sweep } from '../../db/case/tick.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { openReports } from '../../db/report/open.ts'
import { isDelivery } from '../../db/report/read.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { reports } from '../../db/schema/report.ts'
import type { Instant } from '../../rules/instant.ts'
import type { FormName } from '../../rules/report/forms.ts'
import { opensAt, type Period } from '../../rules/report/period.ts'
import type { Role } from '../../rules/roles.ts'

/** Reports on a database, as the calendar and people bring them about. */
export function reporting(db: Db) {
  return {
    /** Asks for a period's reports, at its planned time unless said otherwise. Returns how many were opened. */
    ask: (period: Period, now: Instant = opensAt(period)) =>
      db.transaction((tx) => openReports(tx, procedures, period, now)),
    /** The second pair of eyes at an instant. */
    look: (now: Instant) => sweep(db, now, 0, 500),
    /** A report with its promise. */
    async of(form: FormName, period: Period, authorId: string | null) {
      const rows = await db
        .select({ report: reports, state: cases.state, promise: obligations })
        .from(reports)
        .innerJoin(cases, eq(cases.id, reports.caseId))
        .innerJoin(obligations, and(eq(obligations.caseId, reports.caseId), isDelivery))
        .where(and(eq(reports.form, form), eq(reports.period, period.key)))
      return rows.find(({ report }) => report.authorId === authorId)
    },
    ledger: (caseId: string) =>
      db.select().from(consequences).where(eq(consequences.caseId, caseId)).orderBy(consequences.id),
    /** Somebody with a role for a time; null: it goes on. */
    async member(role: Role, fromAt: Instant = 0, toAt: Instant | null = null): Promise<string> {
      const id = newId()
      await db.insert(person).values({ id, code: id, name: '新人', kind: 'staff' })
      await db.insert(personRole).values({ id: newId(), personId: id, role, fromAt, toAt })
      return id
    },
  }
}
