import type { AccidentClass } from '../../rules/accident/grounds.ts'
import type { Instant } from '../../rules/instant.ts'
import type { PersonRecord } from '../../rules/record/record.ts'
import { refuse } from '../../rules/problem.ts'
import type { Grade } from '../../rules/serviceTask/ratings.ts'
import { addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { PAY_GRADES } from '../../rules/window/payGrade.ts'
import { writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { recomputeRatings } from '../consequence/ratings.ts'
import { fileOf } from '../record/file.ts'
import { markWindows } from '../window/mark.ts'
import { dateCell, oneOf } from './cells.ts'
import { personCoded } from './found.ts'
import type { Cells, Importer } from './importFile.ts'

/** What is taken over from the time before, as people write it. */
const WHAT = {
  accident: ['事故', 'Accident'],
  rating: ['评价', 'Rating'],
  fairRow: ['连续中评', 'Fair scores in a row'],
  exam: ['培训考试不及格', 'Failed training exam'],
  cleanMonth: ['无过失月', 'Clean month'],
  payGrade: ['工资档次', 'Pay grade'],
  skillExam: ['技能考试合格', 'Skill exam passed'],
} as const

const RATINGS = {
  excellent: ['优', 'Excellent'],
  good: ['良', 'Good'],
  fair: ['中', 'Fair'],
  poor: ['差', 'Poor'],
} as const satisfies Record<Grade, readonly string[]>
const CLASSES = { I: ['I', 'I', 'I类', '一类'], II: ['II', 'II', 'II类', '二类'] } as const satisfies Record<
  AccidentClass,
  readonly string[]
>
const GRADE = { 1: ['1', '1', '一等'], 2: ['2', '2', '二等'], 3: ['3', '3', '三等'] } as const

/**
 * One row of opening balances: what counts in somebody's windows and base pay from before the ledger began. It costs and
 * earns nothing itself. The same row twice is one; `no` tells apart several of a kind on one day. A month may be written
 * as any day of it. Nobody loads any about themselves. @throws Refusal
 */
export async function importOpening(tx: Tx, cells: Cells<'openings'>, by: Importer): Promise<void> {
  const personId = await personCoded(tx, cells.person, 'person')
  if (personId === by.caller?.personId) refuse('record.ownMatter', { field: 'person' })
  const on = dateCell(/^\d{4}[-/.]\d{1,2}$/.test(cells.on) ? `${cells.on}-01` : cells.on, 'on')
  if (on > localDate(by.now)) refuse('fact.future', { field: 'on' })
  const what = oneOf(cells.what, WHAT, 'what')
  const record = recordOf(what, cells.value, on.slice(0, 7))
  const { kind, ...data } = record
  const moment = momentOf(what, on)
  if (what === 'cleanMonth' && moment > by.now) refuse('fact.future', { field: 'on' })
  // Today's noon may still lie ahead.
  const occurredAt = Math.min(moment, by.now)
  const file = await fileOf(tx, personId, by.now)
  const key = ['opening', personId, kind, on, ...Object.values(data), cells.no || '1'].join(':')
  await writeFact(tx, file.id, { kind, occurredAt, byId: by.caller?.personId, data, key }, by.now)
  if (what === 'fairRow') await recomputeRatings(tx, personId, by.now)
  else await markWindows(tx, [personId])
}

function recordOf(what: keyof typeof WHAT, value: string, month: string): PersonRecord {
  switch (what) {
    case 'accident':
      return { kind: 'openingAccident', class: oneOf(value, CLASSES, 'value') }
    case 'rating':
      return { kind: 'openingRating', worst: oneOf(value, RATINGS, 'value') }
    case 'fairRow':
      return { kind: 'openingFairRow', count: countCell(value) }
    case 'exam':
      return { kind: 'openingExamFailed' }
    case 'cleanMonth':
      return { kind: 'openingCleanMonth', month }
    case 'payGrade': {
      const grade = oneOf<'1' | '2' | '3'>(value, GRADE, 'value')
      return { kind: 'payGradeSet', grade: PAY_GRADES.find((one) => String(one) === grade)! }
    }
    case 'skillExam':
      return { kind: 'examTaken', exam: 'skill', passed: true }
  }
}

function countCell(value: string): number {
  const count = Number(value)
  return Number.isInteger(count) && count >= 1 && count <= 9
    ? count
    : refuse('import.cell', { field: 'value', params: { expected: '1–9' } })
}

/** A grade holds from its day's beginning; a clean month is known when it is over; anything else is dated to its noon. */
function momentOf(what: keyof typeof WHAT, on: string): Instant {
  if (what === 'payGrade') return atTime(on, '00:00')
  return what === 'cleanMonth' ? atTime(addMonths(`${on.slice(0, 7)}-01`, 1), '00:00') - 1 : atTime(on, '12:00')
}
