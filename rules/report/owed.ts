import { latest, type CaseView } from '../case.ts'
import type { Instant, LocalDate } from '../instant.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, atTime, endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays, endOfWork } from '../time/working.ts'
import { deliveryOf, formOf, type Form, type FormName } from './forms.ts'
import { periodNamed, type Period, type Rhythm } from './period.ts'

/** What the fact that opens a report says of it. */
export interface Opened {
  form: FormName
  period: string
  /** How long its period is, where the form doesn't say. */
  rhythm?: Rhythm
  /** Null: nobody holds the role, so the report is the unit's gap. */
  authorId: string | null
  /** To whom it is owed, where that is the author's superior. */
  recipientId?: string
  /** The day by which whoever asked for it wants it. */
  dueOn?: LocalDate
}

/** The period that a report of a form is about. */
export const periodOfReport = (
  form: FormName,
  { period, rhythm }: { period: string; rhythm?: Rhythm | null },
): Period => periodNamed(rhythm ?? (formOf(form).rhythm as Rhythm), period)

/** Whether a rulebook in force for these terms asks for the report at all, be it with a blank for the day. */
export const isAsked = (terms: Terms, form: FormName): boolean =>
  (terms[formOf(form).day]?.value ?? formOf(form).day in terms) !== false

/** Whether a form is asked of a post: of each that owes it, unless the rulebook's owner named some. */
export function isAskedOf(form: FormName, terms: Terms, role: Role): boolean {
  const { of } = formOf(form)
  const named = of === undefined ? undefined : terms[of]
  return named === undefined || ((named.value ?? []) as readonly Role[]).includes(role)
}

/** How often a form comes round under these terms; undefined: it doesn't, or the rulebook leaves that blank. */
export function rhythmOf(form: FormName, terms: Terms): Rhythm | undefined {
  const { rhythm, every } = formOf(form)
  if (every) return (terms[every]?.value ?? undefined) as Rhythm | undefined
  return rhythm === 'asked' ? undefined : rhythm
}

/**
 * When a report of a period is due. Weekly ones before a weekday's clock time (S0-A-2.3, S0-A-6.5: 前, that instant is
 * late); those of a month and more within a day of the month after, at most its last; a daily one on its day (S4-A-3.2b).
 * A blank day or time leaves it unset, save for the daily one, whose day is stated. One that is to be written straight
 * after work (S2-1.2.12.6) is prompt, with the end of the day as its target.
 */
export function dueOf(form: FormName, terms: Terms, period: Period): Due {
  const { day, time, due } = formOf(form)
  if (due === 'afterWork') return { kind: 'prompt', targetAt: endOfDay(period.fromOn) }
  if (period.rhythm === 'daily') return onDay(period.fromOn, time, terms)
  if (isBlank(terms, day) || (time && isBlank(terms, time))) return { kind: 'unset' }
  const n = Math.max(1, numberOf(terms, day))
  if (period.rhythm === 'weekly') return onDay(addDays(period.fromOn, Math.min(n, 7) - 1), time, terms)
  const following = addDays(period.toOn, 1)
  const lastDay = Number(addDays(`${addDays(following, 31).slice(0, 7)}-01`, -1).slice(8))
  return { kind: 'by', at: endOfDay(addDays(following, Math.min(n, lastDay) - 1)), edge: 'within' }
}

function onDay(on: LocalDate, time: string | undefined, terms: Terms): Due {
  if (!time || isBlank(terms, time)) return { kind: 'by', at: endOfDay(on), edge: 'within' }
  return { kind: 'by', at: atTime(on, '00:00') + numberOf(terms, time), edge: 'before' }
}

/** When one that somebody asked for, or that something called for, is due. */
function dueWhenAsked({ due }: Form, { startedAt, terms, calendar }: CaseView, dueOn: LocalDate | undefined): Due {
  if (dueOn) return { kind: 'by', at: endOfDay(dueOn), edge: 'within' }
  if (due === 'prompt') return { kind: 'prompt', targetAt: startedAt + numberOf(terms, 'report.promptTarget') }
  const target = addWorkingDays(calendar, localDate(startedAt), numberOf(terms, 'report.askedTarget'))
  return { kind: 'prompt', targetAt: endOfDay(target.on) }
}

/** When the clock of a report begins: as it is asked for, or when the day's work is over. */
function anchorOf({ due }: Form, period: Period, startedAt: Instant, calendar: Calendar): Instant {
  return due === 'afterWork' ? endOfWork(calendar, period.fromOn).at : startedAt
}

/** The fact that a report whose day is blank was found late. */
export const REPORT_LATE = 'reportLate'

/**
 * What a report's case owes: the one report it was opened for. A late one costs (S0-A-7.3b, S0-A-7.S1a, S0-A-7.S1b)
 * unless it was asked for only after it was due: nobody could have handed it in. One that was judged late while its day
 * was blank has cost what it costs.
 */
export function owedByReport(promise: string, view: CaseView): Owed[] {
  const opened = latest(view, 'opened')!
  const said = opened.data as unknown as Opened
  const form = formOf(said.form)
  if (promise !== deliveryOf(said.form) && !(promise === 'follow' && form.follow)) return []
  const { fine, to } = form
  const isOnRequest = form.rhythm === 'asked' && said.rhythm === undefined
  const period = isOnRequest ? undefined : periodOfReport(said.form, said)
  return [
    {
      ...citation(view.terms, form.day),
      bearer: said.authorId === null ? { unit: true } : { personId: said.authorId },
      ...(to === 'superior'
        ? said.recipientId && { recipient: { personId: said.recipientId } }
        : { recipient: { role: to } }),
      anchorAt: period ? anchorOf(form, period, view.startedAt, view.calendar) : view.startedAt,
      answerableFromAt: Math.max(view.startedAt, opened.recordedAt),
      due: period ? dueOf(said.form, view.terms, period) : dueWhenAsked(form, view, said.dueOn),
      ...(fine &&
        !isBlank(view.terms, fine) &&
        !latest(view, REPORT_LATE) && {
          stake: { ...citation(view.terms, fine), amountFen: -numberOf(view.terms, fine) },
        }),
    },
  ]
}
