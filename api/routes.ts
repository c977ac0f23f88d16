import { appealRoutes } from './appeal/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { accidentRoutes } from './accident/routes.ts'
import { attachmentRoutes } from './attachment/routes.ts'
import { printRoutes } from './print/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { authRoutes } from './auth/routes.ts'
import { backtestRoutes } from './backtest/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { callRoutes } from './call/routes.ts'
import { caseRoutes } from './case/routes.ts'
import { consequenceRoutes } from './consequence/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { customerLinkRoutes } from './customerLink/routes.ts'
import { equipmentRoutes } from './equipment/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { figureRoutes } from './figures/routes.ts'
import { firstMorningRoutes } from './firstMorning/routes.ts'
import { fundRoutes } from './fund/routes.ts'
import type { Route } from './http/route.ts'
import { importRoutes } from './import/routes.ts'
import { incidentRoutes } from './incident/routes.ts'
import { notificationRoutes } from './notification/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { conductRoutes } from './conduct/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { measureRoutes } from './measure/routes.ts'
import { absenceRoutes } from './people/absences.ts'
import { dutyRoutes } from './people/duty.ts'
import { peopleRoutes } from './people/routes.ts'
import { allBindingRoutes } from './policy/allBindings.ts'
import { bindingRoutes } from './policy/bindings.ts'
import { payRoutes } from './pay/routes.ts'
import { penaltyRoutes } from './penalty/routes.ts'
import { policyRoutes } from './policy/routes.ts'
import { reportRoutes } from './report/routes.ts'
import { recommendationRoutes } from './recommendation/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { rulebookRoutes } from './rulebook/routes.ts'
import { sampleRoutes } from './sample/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { serviceTaskRoutes } from './serviceTask/routes.ts'
import { statementRoutes } from './statement/routes.ts'
import { staffChangeRoutes } from './staffChange/routes.ts'
import { watchRoutes } from './watch/routes.ts'
import { windowRoutes } from './window/routes.ts'
import { workplaceRoutes } from './workplace/routes.ts'

/** Every route of the API. The app mounts them, OpenAPI describes them, the role matrix walks them. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...auditRoutes,
  ...peopleRoutes,
  ...organisationRoutes,
  ...absenceRoutes,
  ...dutyRoutes,
  ...calendarRoutes,
  ...customerRoutes,
  ...equipmentRoutes,
  ...customerLinkRoutes,
  ...importRoutes,
  ...firstMorningRoutes,
  ...sampleRoutes,
  ...searchRoutes,
  ...figureRoutes,
  ...caseRoutes,
  ...policyRoutes,
  ...bindingRoutes,
  ...allBindingRoutes,
  ...callRoutes,
  ...incidentRoutes,
  ...serviceTaskRoutes,
  ...consequenceRoutes,
  ...notificationRoutes,
  ...appealRoutes,
  ...rulebookRoutes,
  ...backtestRoutes,
  ...penaltyRoutes,
  ...attachmentRoutes,
  ...printRoutes,
  ...staffChangeRoutes,
  ...reportRoutes,
  ...assessmentRoutes,
  ...workplaceRoutes,
  ...accidentRoutes,
  ...recordRoutes,
  ...evaluationRoutes,
  ...measureRoutes,
  ...conductRoutes,
  ...recommendationRoutes,
  ...payRoutes,
  ...fundRoutes,
  ...statementRoutes,
  ...windowRoutes,
  ...watchRoutes,
  ...exportRoutes,
]
