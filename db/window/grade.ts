import type { Instant } from '../../rules/instant.ts'
import type { PayGrade } from '../../rules/window/payGrade.ts'
import type { Db, Tx } from '../client.ts'
import { standingRecords } from '../record/read.ts'

/** The base pay grade on record at an instant; undefined where none was ever recorded. */
export async function gradeOn(tx: Tx | Db, personId: string, at: Instant): Promise<PayGrade | undefined> {
  const records = await standingRecords(tx, personId)
  const set = records.findLast((fact) => fact.kind === 'payGradeSet' && fact.occurredAt <= at)
  return set?.data.grade as PayGrade | undefined
}
