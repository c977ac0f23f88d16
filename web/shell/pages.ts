import { lazy, type ComponentType } from 'react'
import type { Action } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { texts } from '../texts/index.ts'

/** The groups of the menu, in the order in which they stand there. */
export const groups = {
  work: texts.shell.groupWork,
  assessment: texts.shell.groupAssessment,
  rulebooks: texts.shell.groupRulebooks,
  administration: texts.shell.groupAdministration,
} as const satisfies Record<string, Text>
type Group = keyof typeof groups

/** The names of the variables of a path, which its page gets as properties. */
type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & ParamsOf<Rest>
  : P extends `${string}:${infer Name}`
    ? Record<Name, string>
    : object

export interface PageEntry {
  path: string
  Page: ComponentType<Record<string, string | undefined>>
  /** Whoever may do this gets in; null: everybody who is signed in. */
  action: Action | null
  /** Where it stands in the menu; pages that others lead to stand nowhere. */
  menu?: { group: Group; label: Text }
}

function page<P extends string>(
  path: P,
  load: () => Promise<{ default: ComponentType<ParamsOf<P>> }>,
  action: Action | null,
  group?: Group,
  label?: Text,
): PageEntry {
  const Page = lazy(load) as unknown as PageEntry['Page']
  return { path, Page, action, ...(group && label && { menu: { group, label } }) }
}

const { shell } = texts

/**
 * Every page behind the door, one line each: its address, where its code is (fetched when somebody goes there), who may
 * see it, and its entry in the menu. The words of a page belong into a file that only the page imports; labels of the
 * menu stand in `texts.shell`, which everybody loads.
 */
export const pages: readonly PageEntry[] = [
  page('/', () => import('../workplace/Workplace.tsx'), null, 'work', shell.workplace),
  page('/calls', () => import('../calls/Board.tsx'), 'call.read', 'work', shell.calls),
  page('/calls/take', () => import('../calls/TakeCall.tsx'), 'call.record'),
  page('/calls/:caseId/record', () => import('../calls/TakeCall.tsx'), 'call.record'),
  page('/incidents', () => import('../incidents/Incidents.tsx'), 'incident.read', 'work', shell.incidents),
  page('/incidents/new', () => import('../incidents/ReportIncident.tsx'), 'incident.record'),
  page(
    '/service-tasks',
    () => import('../serviceTasks/ServiceTasks.tsx'),
    'serviceTask.read',
    'work',
    shell.serviceTasks,
  ),
  page('/service-tasks/new', () => import('../serviceTasks/NewNotice.tsx'), 'serviceTask.request'),
  page('/service-tasks/ledger', () => import('../serviceTasks/Ledger.tsx'), 'serviceTask.readLedger'),
  page('/equipment/repairs', () => import('../equipment/Repairs.tsx'), 'repair.read', 'work', shell.repairs),
  page('/site', () => import('../serviceTasks/site/Site.tsx'), 'serviceTask.work', 'work', shell.site),
  page('/site/:id', () => import('../serviceTasks/site/SiteTask.tsx'), 'serviceTask.work'),
  page(
    '/staff-changes',
    () => import('../staffChanges/StaffChanges.tsx'),
    'staffChange.read',
    'work',
    shell.staffChanges,
  ),
  page('/staff-changes/new', () => import('../staffChanges/NewChange.tsx'), 'staffChange.check'),
  page('/my-entries', () => import('../ledger/MyEntries.tsx'), 'ledger.own', 'assessment', shell.myEntries),
  page('/ledger', () => import('../ledger/Ledger.tsx'), 'ledger.oversee', 'assessment', shell.ledger),
  page('/entries/:id', () => import('../ledger/EntryPage.tsx'), 'ledger.own'),
  page('/appeals', () => import('../appeals/Appeals.tsx'), 'appeal.own', 'assessment', shell.appeals),
  page('/penalties', () => import('../penalties/Penalties.tsx'), 'penalty.read', 'assessment', shell.penalties),
  page('/penalties/new', () => import('../penalties/Propose.tsx'), 'penalty.propose'),
  page('/accidents', () => import('../accidents/Accidents.tsx'), 'accident.own', 'assessment', shell.accidents),
  page('/accidents/new', () => import('../accidents/ReportAccident.tsx'), 'accident.report'),
  page(
    '/evaluations',
    () => import('../evaluation/Evaluations.tsx'),
    'evaluation.own',
    'assessment',
    shell.evaluations,
  ),
  page('/evaluations/new', () => import('../evaluation/NewEvaluation.tsx'), 'evaluation.assess'),
  page('/measures', () => import('../evaluation/Measures.tsx'), 'measure.own', 'assessment', shell.measures),
  page('/measures/new', () => import('../evaluation/NewMeasure.tsx'), 'measure.propose'),
  page('/conduct', () => import('../evaluation/Conduct.tsx'), 'conduct.own', 'assessment', shell.conduct),
  page('/conduct/new', () => import('../evaluation/RecordConduct.tsx'), 'conduct.record'),
  page('/conduct/attendance', () => import('../evaluation/RecordAttendance.tsx'), 'conduct.record'),
  page('/conduct/contract-report', () => import('../evaluation/RecordContractReport.tsx'), 'reimbursement.record'),
  page('/reports', () => import('../reports/Reports.tsx'), 'report.own', 'assessment', shell.reports),
  page('/assessments', () => import('../assessments/Assessments.tsx'), 'assessment.read', 'assessment', shell.sheets),
  page('/pay', () => import('../pay/Pay.tsx'), 'pay.own', 'assessment', shell.pay),
  page('/fund', () => import('../fund/Fund.tsx'), 'fund.own', 'assessment', shell.fund),
  page('/statements', () => import('../statements/Statements.tsx'), 'statement.own', 'assessment', shell.statements),
  page('/records', () => import('../records/Records.tsx'), 'record.own', 'assessment', shell.records),
  page('/windows', () => import('../windows/Windows.tsx'), 'record.own', 'assessment', shell.windows),
  page(
    '/recommendations',
    () => import('../recommendations/Recommendations.tsx'),
    'recommendation.own',
    'assessment',
    shell.recommendations,
  ),
  page('/rulebook', () => import('../rulebook/Rulebooks.tsx'), 'rulebook.read', 'rulebooks', shell.rulebook),
  page('/rulebook/:id', () => import('../rulebook/Rulebook.tsx'), 'rulebook.read'),
  page('/rulebook/:id/versions/:version', () => import('../rulebook/VersionPage.tsx'), 'rulebook.read'),
  page('/rulebook/:id/draft', () => import('../rulebook/DraftForm.tsx'), 'rulebook.draft'),
  page('/drafts', () => import('../rulebook/Drafts.tsx'), 'rulebook.sign', 'rulebooks', shell.drafts),
  page('/blanks', () => import('../rulebook/Blanks.tsx'), 'policy.readBlanks', 'rulebooks', shell.blanks),
  page('/backtest', () => import('../backtest/Backtest.tsx'), 'backtest.run', 'rulebooks', shell.backtest),
  page('/figures', () => import('../figures/Figures.tsx'), 'figure.read', 'assessment', shell.figures),
  page(
    '/first-morning',
    () => import('../firstMorning/FirstMorning.tsx'),
    'firstMorning.lead',
    'administration',
    shell.firstMorning,
  ),
  page('/admin/people', () => import('../admin/people/People.tsx'), 'person.read', 'administration', shell.people),
  page(
    '/admin/organisation',
    () => import('../admin/organisation/Organisation.tsx'),
    'person.read',
    'administration',
    shell.organisation,
  ),
  page(
    '/admin/absences',
    () => import('../admin/absences/Absences.tsx'),
    'absence.read',
    'administration',
    shell.absences,
  ),
  page(
    '/admin/substitutions',
    () => import('../admin/absences/Substitutions.tsx'),
    'absence.read',
    'administration',
    shell.substitutions,
  ),
  page('/admin/duty', () => import('../admin/duty/Duty.tsx'), 'duty.read', 'administration', shell.duty),
  page(
    '/admin/customers',
    () => import('../admin/customers/Customers.tsx'),
    'customer.read',
    'administration',
    shell.customers,
  ),
  page(
    '/admin/resident-posts',
    () => import('../admin/posts/ResidentPosts.tsx'),
    'residentPost.read',
    'administration',
    shell.residentPosts,
  ),
  page(
    '/admin/equipment',
    () => import('../admin/equipment/Equipment.tsx'),
    'equipment.read',
    'administration',
    shell.equipment,
  ),
  page(
    '/admin/calendars',
    () => import('../admin/calendars/Calendars.tsx'),
    'calendar.read',
    'administration',
    shell.calendars,
  ),
  page(
    '/admin/bindings',
    () => import('../admin/bindings/Bindings.tsx'),
    'policy.bind',
    'administration',
    shell.bindings,
  ),
  page('/admin/sources', () => import('../admin/sources/Sources.tsx'), 'source.edit', 'administration', shell.sources),
  page(
    '/admin/channels',
    () => import('../admin/channels/Channels.tsx'),
    'channel.read',
    'administration',
    shell.channels,
  ),
  page('/admin/audit', () => import('../admin/audit/Audit.tsx'), 'audit.read', 'administration', shell.audit),
  page('/equipment/labels', () => import('../equipment/Labels.tsx'), 'equipment.label'),
  page('/equipment/:id/label', () => import('../equipment/Label.tsx'), 'equipment.label'),
  page('/account', () => import('../account/Account.tsx'), null),
  page('/cases/:id', () => import('../cases/CasePage.tsx'), null),
]
