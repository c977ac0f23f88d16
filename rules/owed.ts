import { owedByAccident } from './accident/owed.ts'
import { owedByAppeal } from './appeal/owed.ts'
import { owedByAssessment } from './assessment/owed.ts'
import type { Procedure } from './case.ts'
import { owedByCall } from './call/owed.ts'
import { owedByEvaluation } from './evaluation/owed.ts'
import { owedByIncident } from './incident/owed.ts'
import { owedByBonus, owedByPayRate } from './pay/owed.ts'
import { owedByMeasure } from './measure/owed.ts'
import { owedByPenalty } from './penalty/owed.ts'
import { owedByReach } from './reach/owed.ts'
import { owedByRecommendation } from './recommendation/owed.ts'
import { owedByReport } from './report/owed.ts'
import { owedByRulebook } from './rulebook/owed.ts'
import { owedByServiceTask } from './serviceTask/owed.ts'
import { owedByStatement } from './statement/statement.ts'
import { owedByStaffChange } from './staffChange/owed.ts'

/** What each kind of case owes; the stories that say when stand in the workflows. */
export const owedBy: Readonly<Record<string, Procedure['owed']>> = {
  accident: owedByAccident,
  appeal: owedByAppeal,
  assessment: owedByAssessment,
  bonus: owedByBonus,
  call: owedByCall,
  evaluation: owedByEvaluation,
  incident: owedByIncident,
  payRate: owedByPayRate,
  measure: owedByMeasure,
  penalty: owedByPenalty,
  reach: owedByReach,
  recommendation: owedByRecommendation,
  report: owedByReport,
  rulebook: owedByRulebook,
  serviceTask: owedByServiceTask,
  staffChange: owedByStaffChange,
  statement: owedByStatement,
  workReport: owedByReport,
}
