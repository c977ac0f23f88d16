import { openAssessments } from '../db/assessment/open.ts'
import type { Db } from '../db/client.ts'
import { openEvaluations } from '../db/evaluation/open.ts'
import { openReports } from '../db/report/open.ts'
import type { Procedure } from '../rules/case.ts'
import type { Instant } from '../rules/instant.ts'
import { periodOf, type Rhythm } from '../rules/report/period.ts'

/** What comes round by itself. */
export interface PeriodDeps {
  db: Db
  procedures: { report: Procedure; workReport: Procedure; assessment: Procedure; evaluation: Procedure }
  clock?: () => Instant
}

export function createPeriodActivities({ db, procedures, clock = Date.now }: PeriodDeps) {
  return {
    /** Asks for the reports, sheets and evaluations of the period that the planned time (ms) belongs to. What stands is left. */
    async openPeriod(rhythm: Rhythm, plannedAt: number): Promise<void> {
      const period = periodOf(rhythm, plannedAt)
      await db.transaction((tx) => openReports(tx, procedures, period, clock()))
      if (rhythm !== 'monthly') return
      await db.transaction((tx) => openAssessments(tx, procedures.assessment, period, clock()))
      // A quarter ends with a month, so this ring is the quarters' as well.
      await openEvaluations(db, procedures.evaluation, plannedAt, clock())
    },
  }
}

export type PeriodActivities = ReturnType<typeof createPeriodActivities>
