import { latest, type CaseView, type Fact } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, isBlank, numberOf } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import { addWorkingTime } from '../time/hours.ts'
import type { ServiceTaskPromise } from './labels.ts'

/** How a promise of the task is owed: its clause (null: a house step), by whom, and when at all. */
interface Line {
  clause: string | null
  by: 'engineer' | 'issuer' | Role
  /** Left out: always owed. */
  when?: (task: Task) => boolean
}

/** The task as its facts tell it. */
interface Task {
  view: CaseView
  /** Added on site (S0-A-3.15): no notice, no trip of its own. */
  extra: boolean
  remote: boolean
  assigned: Fact | undefined
}

const ordinary = ({ extra }: Task) => !extra
const travels = ({ extra, remote }: Task) => !extra && !remote
const stands = (kind: string, undoneBy: string) => (task: Task) => {
  const [raised, undone] = [latest(task.view, kind), latest(task.view, undoneBy)]
  return raised !== undefined && !(undone && undone.id > raised.id)
}

/** S0-A-3.1b to S0-A-6.3b, a line for each promise. Ids of facts grow with time, so the later of two is the larger. */
const lines: Record<ServiceTaskPromise, Line> = {
  sign: { clause: 'S0-A-3.1b', by: 'companyGm', when: ordinary },
  assign: { clause: 'S0-A-3.2', by: 'serviceSupervisor', when: ordinary },
  accept: { clause: null, by: 'engineer', when: ordinary },
  decideDecline: { clause: null, by: 'serviceSupervisor', when: stands('declined', 'assigned') },
  clarify: { clause: 'S0-A-3.3b', by: 'issuer', when: stands('siteDiffers', 'clarified') },
  confirmSite: { clause: 'S0-A-3.3a', by: 'engineer', when: ordinary },
  solve: { clause: 'S0-A-3.4', by: 'engineer' },
  prepare: { clause: 'S0-A-3.4', by: 'engineer', when: ordinary },
  appoint: { clause: 'S0-A-3.5', by: 'engineer', when: travels },
  plan: { clause: 'S0-A-7.1', by: 'engineer', when: ordinary },
  approvePlan: { clause: 'S0-A-6.1', by: 'serviceSupervisor', when: ordinary },
  complete: { clause: 'S0-A-7.1', by: 'engineer' },
  depart: { clause: 'S0-A-3.7', by: 'engineer', when: travels },
  arrive: { clause: 'S0-A-3.8', by: 'engineer', when: travels },
  callOnArrival: { clause: 'S0-A-3.8', by: 'engineer', when: travels },
  record: { clause: 'S0-A-3.12', by: 'engineer' },
  rate: { clause: 'S0-A-3.13', by: 'engineer' },
  decideSignature: { clause: 'S0-A-7.3c', by: 'companyGm', when: stands('notSigned', 'rated') },
  planReturn: { clause: 'S0-A-3.14', by: 'engineer', when: travels },
  agreeReturn: { clause: 'S0-A-3.14', by: 'serviceSupervisor', when: travels },
  return: { clause: 'S0-A-3.14', by: 'engineer', when: travels },
  approveExtra: { clause: 'S0-A-3.15', by: 'serviceSupervisor', when: ({ extra }) => extra },
  confirm: { clause: 'S0-A-6.3a', by: 'serviceSupervisor', when: ordinary },
  register: { clause: 'S0-A-6.3b', by: 'salesBackOffice' },
}

/** What a promise of a service task means: who bears it, by when, under which clause. */
export function owedByServiceTask(promise: string, view: CaseView): Owed[] {
  const line = lines[promise as ServiceTaskPromise]
  if (!line) throw new Error(`a service task knows no promise ${promise}`)
  const task = taskOf(view)
  if (line.when && !line.when(task)) return []
  if (promise === 'complete') return [owedComplete(task)]
  const arrived = promise === 'callOnArrival' ? latest(view, 'arrived') : undefined
  const anchorAt = arrived?.occurredAt ?? anchorOf(view)
  return [
    {
      ...citation(view.terms, 'serviceTask.overrun'),
      clause: line.clause ?? `house:serviceTask.${promise}`,
      bearer: bearerOf(line.by, task),
      anchorAt,
      due: promise === 'callOnArrival' ? promptOnArrival(view, anchorAt) : { kind: 'none' },
    },
  ]
}

/** When the task is to be complete: the estimate of the approved plan, or of the last revision approved; null: none. */
export function estimateOf(view: CaseView): Instant | null {
  const approved = latest(view, 'estimateRevised') ?? latest(view, 'planApproved')
  return (approved?.data.estimateAt as Instant | undefined) ?? null
}

/** S0-A-7.1: passing the estimate costs the engineer, once. A task added on site has no approved estimate to pass. */
function owedComplete(task: Task): Owed {
  const { view, assigned } = task
  const anchorAt = anchorOf(view)
  const estimateAt = estimateOf(view)
  const cited = citation(view.terms, 'serviceTask.overrun')
  const due: Due = estimateAt === null ? { kind: 'none' } : { kind: 'by', at: estimateAt, edge: 'within' }
  return {
    ...cited,
    bearer: bearerOf('engineer', task),
    anchorAt: latest(view, 'planApproved')?.occurredAt ?? anchorAt,
    // Who took the task over after the estimate had passed could not keep it.
    answerableFromAt: Math.max(anchorAt, assigned?.occurredAt ?? anchorAt),
    due,
    // A blank amount blocks the fine, not the promise.
    ...(!isBlank(view.terms, 'serviceTask.overrun') && {
      stake: { ...cited, amountFen: -numberOf(view.terms, 'serviceTask.overrun') },
    }),
  }
}

/** S0-A-3.8: at once, but in working hours: who arrives at night calls when work begins. */
function promptOnArrival(view: CaseView, arrivedAt: Instant): Due {
  const target = addWorkingTime(view.calendar, arrivedAt, numberOf(view.terms, 'prompt.target'))
  return { kind: 'prompt', targetAt: target.at }
}

function taskOf(view: CaseView): Task {
  return {
    view,
    extra: latest(view, 'requested')?.data.extra === true,
    remote: latest(view, 'solved')?.data.mode === 'remote',
    assigned: latest(view, 'assigned'),
  }
}

function bearerOf(by: Line['by'], { view, assigned }: Task): Owed['bearer'] {
  const requested = latest(view, 'requested')
  if (by === 'engineer') {
    const personId = assigned?.data.engineerId as string | undefined
    return personId ? { personId } : { role: 'engineer' }
  }
  if (by === 'issuer') return requested?.byId ? { personId: requested.byId } : { unit: true }
  return { role: by }
}

/** A step's time runs from the latest thing that happened to the task. */
const anchorOf = (view: CaseView): Instant => view.facts.at(-1)?.occurredAt ?? view.startedAt
