import type { Instant, LocalDate } from '../../rules/instant.ts'
import { qualifiedAt } from '../../rules/pay/raise.ts'
import { atTime } from '../../rules/time/local.ts'
import { gradeAt, gradeReached, type PayGrade } from '../../rules/window/payGrade.ts'
import type { Db, Tx } from '../client.ts'
import { gradeSets, inPost, payRecordOf, postsOf } from '../pay/raise.ts'
import { standingRecords } from '../record/read.ts'
import { engineerHistory } from './history.ts'
import { termsThrough } from './terms.ts'

/** The base pay grade on record at an instant; undefined where none was ever recorded. */
export async function gradeOn(tx: Tx | Db, personId: string, at: Instant): Promise<PayGrade | undefined> {
  return gradeAt(gradeSets(await standingRecords(tx, personId)), at)
}

export interface PayStanding {
  /** The grade on record; null where none was recorded. */
  recorded: PayGrade | null
  /** The best grade that the record of accidents and fines reaches (S0-A-8.1b, S0-A-8.1c); null for who is no engineer then. */
  reached: PayGrade | null
}

/** How an engineer's base pay stands on a day, by what is known now. It changes nothing. */
export async function payStanding(tx: Tx, personId: string, on: LocalDate, now: Instant): Promise<PayStanding> {
  const at = atTime(on, '00:00')
  const recorded = (await gradeOn(tx, personId, at)) ?? null
  const posts = await postsOf(tx, personId)
  const post = posts.find(({ sinceOn, untilOn }) => sinceOn <= on && (untilOn === null || on < untilOn))
  if (!post) return { recorded, reached: null }
  const termsAt = await termsThrough(tx, personId, now)
  const history = await engineerHistory(tx, personId, termsAt, now)
  const { qualified, ...record } = inPost(await payRecordOf(tx, personId, history), post, history)
  return {
    recorded,
    reached: gradeReached({ ...record, ...qualifiedAt(qualified) }, on, termsAt(at)),
  }
}
