import type { Procedure } from './case.ts'
import { owedByCall } from './call/owed.ts'
import { owedByIncident } from './incident/owed.ts'
import { owedByReach } from './reach/owed.ts'
import { owedByServiceTask } from './serviceTask/owed.ts'
import { owedByStaffChange } from './staffChange/owed.ts'

/** What each kind of case owes; the stories that say when stand in the workflows. */
export const owedBy: Readonly<Record<string, Procedure['owed']>> = {
  call: owedByCall,
  incident: owedByIncident,
  reach: owedByReach,
  serviceTask: owedByServiceTask,
  staffChange: owedByStaffChange,
}
