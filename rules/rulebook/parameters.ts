import type { Parameter, Policy, Terms } from '../policy/parameter.ts'
import { citation, settingOf } from '../policy/parameter.ts'
import { roleIds, type Role } from '../roles.ts'
import { APPROVING } from './approving.ts'
import type { Text } from '../text.ts'

/** A list of roles, each of which signs. */
const signing = (clause: string | null, label: Text, ...value: Role[]): Parameter => ({
  clause,
  label,
  unit: 'setting',
  value,
  choices: roleIds,
})

/** Such a list of those that approve. */
const approving = (clause: string | null, label: Text, ...value: (typeof APPROVING)[number][]): Parameter => ({
  ...signing(clause, label, ...value),
  choices: APPROVING,
})

/**
 * Who signs what: as each rulebook says of itself; the first two lines hold where it says nothing. What is issued in the
 * centre's name its general manager approves (S2-T2-3.1-5).
 */
const parameters: Record<string, Parameter> = {
  'rulebook.reviewers': signing(null, { zh: '审核人', en: 'Who reviews a draft' }, 'centreDeputyGm'),
  'rulebook.approvers': approving(null, { zh: '批准人', en: 'Who approves a draft' }, 'companyGm'),
  'rulebook.reviewers.S2': signing(
    'S2-T0-1',
    { zh: '客服中心制度的审核人', en: "Reviewer of the centre's rulebook" },
    'centreDeputyGm',
  ),
  'rulebook.approvers.S2': approving(
    'S2-T0-1',
    { zh: '客服中心制度的批准人', en: "Approver of the centre's rulebook" },
    'centreGm',
  ),
  'rulebook.approvers.S3': approving(
    'S3-8.3',
    { zh: '部门主管和公司领导审定', en: 'Department head and company leadership' },
    'serviceDirector',
    'companyGm',
  ),
  'rulebook.approvers.S4-E': approving('S4-E-19', { zh: '领导审批', en: 'Company leadership' }, 'companyGm'),
  'rulebook.approvers.S4-L': approving(
    'S4-L-12',
    { zh: '公司有关部门审批', en: "The company's departments concerned" },
    'serviceDirector',
    'salesManager',
    'finance',
  ),
  'rulebook.publicisers': signing(
    'S2-T2-3.9-3',
    { zh: '宣贯人', en: 'Who publicises what is published' },
    'regionalManager',
  ),
  'rulebook.decideTarget': {
    clause: null,
    label: { zh: '审核、批准的内部目标', en: 'House target for reviewing and approving' },
    unit: 'workingDays',
    value: 5,
  },
  'rulebook.acknowledgeWithin': {
    clause: null,
    label: { zh: '发布后确认阅读的期限', en: 'Acknowledged after publication' },
    unit: 'workingDays',
    value: 5,
  },
}

/** The life cycle of all rulebooks (P35). */
export const lifeCycle: Policy = {
  id: 'rulebook',
  title: { zh: '制度的审批与发布', en: 'Approval and publication of rulebooks' },
  topics: ['rulebook'],
  boundTo: 'company',
  parameters,
}

type Step = 'reviewers' | 'approvers'

/** The parameter that says who signs at a step of a rulebook: its own, or the house's line. */
function signingKey(terms: Readonly<Record<string, unknown>>, step: Step, rulebookId: string): string {
  const own = `rulebook.${step}.${rulebookId}`
  return terms[own] ? own : `rulebook.${step}`
}

/** Who approves a draft of a rulebook; nobody where that is blank. */
export const approversOf = (terms: Readonly<Record<string, { value: unknown }>>, rulebookId: string): readonly Role[] =>
  (terms[signingKey(terms, 'approvers', rulebookId)]?.value ?? []) as readonly Role[]

/** Who signs at a step of a rulebook, and what asks for it: the rulebook's own clause, or the house's line. */
export function signatories(terms: Terms, step: Step, rulebookId: string) {
  const key = signingKey(terms, step, rulebookId)
  return { roles: settingOf<Role[]>(terms, key), ...citation(terms, key) }
}
