import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { atTime, localDate } from '../../rules/time/local.ts'
import { counting } from '../../rules/window/history.ts'
import { gradeReached, type PayGrade } from '../../rules/window/payGrade.ts'
import type { Db, Tx } from '../client.ts'
import { standingRecords } from '../record/read.ts'
import { consequences } from '../schema/consequence.ts'
import { personRole } from '../schema/person.ts'
import { engineerHistory } from './history.ts'
import { termsThrough } from './terms.ts'

/** The base pay grade on record at an instant; undefined where none was ever recorded. */
export async function gradeOn(tx: Tx | Db, personId: string, at: Instant): Promise<PayGrade | undefined> {
  const records = await standingRecords(tx, personId)
  const set = records.findLast((fact) => fact.kind === 'payGradeSet' && fact.occurredAt <= at)
  return set?.data.grade as PayGrade | undefined
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
  const posts = await tx
    .select()
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, 'engineer')))
  const post = posts.find((one) => one.fromAt <= at && (one.toAt === null || at < one.toAt))
  if (!post) return { recorded, reached: null }
  const termsAt = await termsThrough(tx, personId, now)
  const accidents = counting(await engineerHistory(tx, personId, termsAt, now))
  const fines = await tx
    .select({ at: consequences.occurredAt })
    .from(consequences)
    .where(
      and(
        eq(consequences.personId, personId),
        eq(consequences.kind, 'fine'),
        isNull(consequences.aboutId),
        sql`not exists (
          select from consequence taken where taken.about_id = ${consequences.id} and taken.kind in ('reversal', 'waiver'))`,
      ),
    )
  const qualified = (await standingRecords(tx, personId)).filter(
    (fact) =>
      fact.kind === 'contribution' ||
      (fact.kind === 'examTaken' && fact.data.exam === 'skill' && fact.data.passed === true),
  )
  const record = {
    inPostSinceOn: localDate(post.fromAt),
    blemishedAt: [...accidents, ...fines].map((one) => one.at),
    qualifiedAt: qualified.map((fact) => fact.occurredAt),
  }
  return { recorded, reached: gradeReached(record, on, termsAt(at)) }
}
