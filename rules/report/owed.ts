import { latest, type CaseView } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { addDays, atTime, endOfDay } from '../time/local.ts'
import { formOf, type FormName } from './forms.ts'
import { periodNamed, type Period } from './period.ts'

/** What the fact that opens a report says of it. */
export interface Opened {
  form: FormName
  period: string
  /** Null: nobody holds the role, so the report is the unit's gap. */
  authorId: string | null
}

/** Whether a rulebook in force for these terms asks for the report at all, be it with a blank for the day. */
export const isAsked = (terms: Terms, form: FormName): boolean => terms[formOf(form).day] !== undefined

/**
 * When a report of a period is due. Weekly ones before a weekday's clock time (S0-A-2.3, S0-A-6.5: 前, that instant is
 * late); monthly ones within a day of the month after, at most its last. A blank day or time leaves it unset.
 */
export function dueOf(form: FormName, terms: Terms, period: Period): Due {
  const { rhythm, day, time } = formOf(form)
  if (isBlank(terms, day) || (time && isBlank(terms, time))) return { kind: 'unset' }
  const n = Math.max(1, numberOf(terms, day))
  if (rhythm === 'weekly') {
    const on = addDays(period.fromOn, Math.min(n, 7) - 1)
    return { kind: 'by', at: atTime(on, '00:00') + numberOf(terms, time!), edge: 'before' }
  }
  const following = addDays(period.toOn, 1)
  const lastDay = Number(addDays(`${addDays(following, 31).slice(0, 7)}-01`, -1).slice(8))
  return { kind: 'by', at: endOfDay(addDays(following, Math.min(n, lastDay) - 1)), edge: 'within' }
}

/**
 * What a report's case owes: the one report it was opened for. A late one costs (S0-A-7.3b, S0-A-7.S1a, S0-A-7.S1b)
 * unless it was asked for only after it was due: nobody could have handed it in.
 */
export function owedByReport(promise: string, view: CaseView): Owed[] {
  const opened = latest(view, 'opened')!
  const { form, period: key, authorId } = opened.data as unknown as Opened
  if (promise !== form) return []
  const { rhythm, day, fine, to } = formOf(form)
  const period = periodNamed(rhythm, key)
  return [
    {
      ...citation(view.terms, day),
      bearer: authorId === null ? { unit: true } : { personId: authorId },
      recipient: { role: to },
      anchorAt: view.startedAt,
      answerableFromAt: Math.max(view.startedAt, opened.recordedAt),
      due: dueOf(form, view.terms, period),
      ...(fine &&
        !isBlank(view.terms, fine) && {
          stake: { ...citation(view.terms, fine), amountFen: -numberOf(view.terms, fine) },
        }),
    },
  ]
}
