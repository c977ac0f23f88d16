import type { Verdict, Work } from '../obligation/obligation.ts'
import { GRADES, type Grade } from '../serviceTask/ratings.ts'
import type { ResponsibilityForm } from '../serviceTask/form.ts'

/** A promise whose due time lies in the period, as the figures count it. */
interface CountedPromise {
  verdict: Verdict
  work: Work
}

/** A service that the customer judged in the period; null: without a signature that holds. */
export type CountedRating = { attitude: Grade; skill: Grade; result: Grade } | null

/** What the figures are made of. */
export interface Counted {
  promises: readonly CountedPromise[]
  ratings: readonly CountedRating[]
  /** Responsibility forms of the services completed in the period. */
  documents: readonly ResponsibilityForm[]
  /** Weekly reports that were due in the period: whether each came. */
  weeklies: readonly { received: boolean }[]
  /** Service accidents of the period that stand, by class. */
  accidents: { classI: number; classII: number }
  cases: { opened: number; ended: number }
  finesFen: number
}

/** The data of a report (S3-4.2(2)), and the four statistics of the monthly one (S0-A-6.6). */
export interface Figures {
  cases: { opened: number; ended: number }
  promises: { onTime: number; late: number; excused: number; overdue: number }
  /** Timeliness rate in percent, one decimal; null where nothing was due. */
  timeliness: number | null
  ratings: Record<Grade, number> & { unsigned: number }
  /** How many entries of the documents are filled in, of how many (S0-A-7.3a). */
  documents: { filled: number; expected: number }
  /** Percent, one decimal; null where no document was due. */
  completeness: number | null
  accidents: { classI: number; classII: number }
  finesFen: number
}

/**
 * Counts a period. The timeliness rate is the share kept on time of the promises that fell due in it; one excused counts
 * neither way. Ratings count single scores. Completeness counts entries of forms, and each weekly report as one.
 */
export function figuresOf(counted: Counted): Figures {
  const of = (verdict: Verdict) => counted.promises.filter((promise) => promise.verdict === verdict).length
  const [onTime, late] = [of('onTime'), of('late')]
  const overdue = counted.promises.filter((one) => one.verdict === 'late' && one.work === 'open').length
  const entries = [
    ...counted.documents.flatMap(formEntries),
    ...counted.ratings.map((rating) => rating !== null),
    ...counted.weeklies.map(({ received }) => received),
  ]
  const documents = { filled: entries.filter(Boolean).length, expected: entries.length }
  return {
    cases: counted.cases,
    promises: { onTime, late, excused: of('excused'), overdue },
    timeliness: percent(onTime, onTime + late),
    ratings: ratingCounts(counted.ratings),
    documents,
    completeness: percent(documents.filled, documents.expected),
    accidents: counted.accidents,
    finesFen: counted.finesFen,
  }
}

/** Of the entries a completed form should have, whether each is there; a remote service has no trip. */
function formEntries(form: ResponsibilityForm): boolean[] {
  const trip = form.mode === 'remote' ? [] : [form.appointmentAt, form.travel]
  const entries = [form.site?.situation, form.solution, form.estimateAt, form.record?.work, form.record?.resolution]
  return [...entries, ...trip].map((entry) => entry !== undefined && entry !== '')
}

function ratingCounts(ratings: readonly CountedRating[]): Figures['ratings'] {
  const counts = { ...(Object.fromEntries(GRADES.map((grade) => [grade, 0])) as Record<Grade, number>), unsigned: 0 }
  for (const rating of ratings) {
    if (rating === null) counts.unsigned += 1
    else for (const grade of Object.values(rating)) counts[grade] += 1
  }
  return counts
}

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part * 1_000) / whole) / 10)
