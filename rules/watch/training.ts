import { HOUR, type Instant, type LocalDate } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
import { roleIds, type Role } from '../roles.ts'
import { addMonths, atTime } from '../time/local.ts'
import { cited, leastState, type Watched } from './watched.ts'

/** Technical service staff, as far as the roles tell (S2-4.4.3a). A house rule: the clause names no posts. */
const TECHNICAL: readonly Role[] = [
  'technicalServiceManager',
  'technicalServiceDeputyManager',
  'technicalSupportManager',
  'provincialSupervisor',
  'engineer',
  'technicalSupportEngineer',
  'seatEngineer',
]

/** The monthly minimums of training (S2-4.4.3a, S2-4.4.3b) and what their text leaves open. */
export const trainingParameters: Record<string, Parameter> = {
  'watch.training': {
    clause: 'S2-4.4.3a',
    label: { zh: '每人每月最少培训时间', en: 'Training per person and month, at least' },
    unit: 'ms',
    value: 8 * HOUR,
  },
  'watch.trainingOf': {
    clause: null,
    label: { zh: '哪些岗位算技术服务人员', en: 'Which posts are technical service staff' },
    unit: 'setting',
    value: [...TECHNICAL],
    choices: roleIds,
  },
  'watch.trainingIdle': {
    clause: null,
    label: {
      zh: '整月请假的人员：仍须培训（默认）或不须',
      en: 'Who is on leave for a whole month: training is owed (default), or not',
    },
    unit: 'setting',
    value: 'owed',
    choices: ['owed', 'notOwed'],
  },
  'watch.joint': {
    clause: 'S2-4.4.3b',
    label: { zh: '每省每月最少集中培训次数', en: 'Joint trainings per province and month, at least' },
    unit: 'count',
    value: 1,
  },
  'watch.jointIdle': {
    clause: null,
    label: {
      zh: '没有技术服务人员的省（区域）：不须集中培训（默认）或仍须',
      en: 'A province (region) without technical service staff: no joint training is owed (default), or it is',
    },
    unit: 'setting',
    value: 'notOwed',
    choices: ['owed', 'notOwed'],
  },
}

/** The calendar month of a day on the company's clock: its first instant and its last millisecond. */
export function monthSpan(on: LocalDate): { fromAt: Instant; untilAt: Instant } {
  const first = `${on.slice(0, 7)}-01`
  return { fromAt: atTime(first, '00:00'), untilAt: atTime(addMonths(first, 1), '00:00') - 1 }
}

/** Something that counts towards a monthly minimum, when it happened: ms of training, or one joint training. */
export interface Counted {
  at: Instant
  amount: number
}

/** Whether it is owed at all though nothing was to be done: nobody there, or on leave for the whole month. */
export const isOwed = (terms: Terms, window: MonthlyWindow, isIdle: boolean): boolean =>
  !isIdle || settingOf(terms, `${window}Idle`) === 'owed'

type MonthlyWindow = 'watch.training' | 'watch.joint'

/**
 * How a minimum of the month of `on` stands (S2-4.4.3a by hours, S2-4.4.3b by number): what happened from its first instant
 * to its last millisecond counts. `terms` are those of the month's first instant. Null where none is stated or owed.
 */
export function monthlyLeast(
  window: MonthlyWindow,
  { counted, isIdle }: { counted: readonly Counted[]; isIdle: boolean },
  on: LocalDate,
  terms: Terms,
  now: Instant,
): Watched | null {
  if (!(window in terms) || !isOwed(terms, window, isIdle)) return null
  const { fromAt, untilAt } = monthSpan(on)
  const have = counted.filter(({ at }) => at >= fromAt && at <= untilAt).reduce((sum, { amount }) => sum + amount, 0)
  const limit = isBlank(terms, window) ? null : numberOf(terms, window)
  return {
    ...cited(terms, window),
    reading: { [`${window.slice('watch.'.length)}Idle`]: settingOf(terms, `${window}Idle`) },
    unit: window === 'watch.training' ? 'hours' : 'count',
    ...{ have, limit, state: leastState(have, limit, untilAt, now), fromAt, untilAt },
  }
}
