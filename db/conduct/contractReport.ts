import { and, eq, like } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { blocksOf, type ContractReport } from '../../rules/reimbursement/block.ts'
import { writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { reconcile, type DesiredEntry } from '../consequence/reconcile.ts'
import { personTerms } from '../evaluation/terms.ts'
import { standingRecords } from '../record/read.ts'
import { consequences } from '../schema/consequence.ts'
import { fileToRecordIn, type Recorder } from './record.ts'

export interface ReportedTrip {
  personId: string
  /** The trip it accounts for, as people name it; the same words are the same trip. */
  trip: string
  stamped: boolean
  occurredAt: Instant
  note?: string
}

/**
 * Records a contract implementation report of a trip. Without the customer's stamp the trip is not reimbursed
 * (S2-3.2.4.3b): a block stands in the ledger until a stamped report of the same trip is recorded, or it is waived.
 */
export async function recordContractReport(
  tx: Tx,
  given: ReportedTrip & Recorder,
  now: Instant,
): Promise<{ id: string }> {
  const { personId, trip, stamped, occurredAt, note, byId } = given
  const { id: caseId } = await fileToRecordIn(tx, given, now)
  const data = { trip, stamped, note }
  const id = (await writeFact(tx, caseId, { kind: 'contractReport', occurredAt, byId, data }, now))!
  const reports = reportsOf(await standingRecords(tx, personId))
  const terms = new Map<Instant, Terms>()
  for (const { at } of reports)
    if (!terms.has(at)) terms.set(at, await personTerms(tx, 'serviceResponse', personId, at))
  const desired = blocksOf(reports, (at) => terms.get(at)!).map(({ report, cited }): DesiredEntry => ({
    key: `reimbursement:${report.id}`,
    kind: 'block',
    personId,
    caseId,
    ...cited,
    amountFen: 0,
    occurredAt: report.at,
    evidenceIds: [report.id],
    arithmetic: { rule: 'noStamp', trip: report.trip },
  }))
  const theirs = and(eq(consequences.personId, personId), like(consequences.key, 'reimbursement:%'))
  await reconcile(tx, theirs, desired, { rule: 'stamped' }, [id], now)
  return { id }
}

/** The contract reports among the standing records of a person. */
export const reportsOf = (records: Awaited<ReturnType<typeof standingRecords>>): ContractReport[] =>
  records
    .filter((fact) => fact.kind === 'contractReport')
    .map((fact) => {
      const { trip, stamped } = fact.data as { trip: string; stamped: boolean }
      return { id: fact.id, trip, stamped, at: fact.occurredAt }
    })
