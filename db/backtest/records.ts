import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { statementsOf } from '../../rules/attendance/statement.ts'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import { costOf, countsConduct, isCosted, type ConductItemId } from '../../rules/conduct/items.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { blocksOf } from '../../rules/reimbursement/block.ts'
import type { Text } from '../../rules/text.ts'
import { atTime } from '../../rules/time/local.ts'
import { inScope } from '../case/read.ts'
import type { Tx } from '../client.ts'
import { attendanceOf } from '../conduct/attendance.ts'
import { reportsOf } from '../conduct/contractReport.ts'
import { personTerms } from '../evaluation/terms.ts'
import { standingRecords } from '../record/read.ts'
import { cases, facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { personFiles } from '../schema/record.ts'
import { isWithin, ofThePeriod, stands, type Trial, type Working } from './part.ts'

const KINDS = ['conductRecorded', 'attendanceRecorded', 'contractReport']
const WHAT = {
  points: { zh: '行为扣分', en: 'Conduct points' },
  statement: { zh: '当月缺勤书面说明', en: 'Absence statement of the month' },
  block: { zh: '出差费用不予报销', en: 'Trip not reimbursed' },
} as const satisfies Record<string, Text>

/**
 * What follows from what was recorded of people: conduct points (S4-Q), a month's absence statement (S4-D-2.5a), a trip
 * without stamp (S2-3.2.4.3b). A step is a person of whom there is such a record of the period.
 */
export const records: Working = {
  count: async (tx, trial) => (await people(tx, trial)).length,
  async *sides(tx, trial) {
    for (const personId of await people(tx, trial)) yield sidesOf(tx, trial, personId)
  },
}

async function people(tx: Tx, { fromAt, toAt, scope }: Trial): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: personFiles.personId })
    .from(personFiles)
    .innerJoin(cases, eq(cases.id, personFiles.caseId))
    .innerJoin(facts, eq(facts.caseId, personFiles.caseId))
    .where(
      and(
        inArray(facts.kind, KINDS),
        gte(facts.occurredAt, fromAt),
        lt(facts.occurredAt, toAt),
        isNull(cases.sample),
        inScope(scope),
      ),
    )
  return rows.map(({ id }) => id)
}

async function sidesOf(tx: Tx, trial: Trial, personId: string) {
  const { policy, values } = trial
  const standing = await standingRecords(tx, personId)
  const [attended, reports] = [attendanceOf(standing), reportsOf(standing)]
  const pointed = await pointsOf(tx, trial, personId)
  const known = new Map<string, Terms>()
  const load = async (topic: string, at: Instant) =>
    known.set(`${topic} ${at}`, await personTerms(tx, topic, personId, at))
  for (const { on } of attended) await load('attendance', atTime(on, '23:59:59'))
  for (const { at } of reports) await load('serviceResponse', at)
  for (const { at } of pointed) await load('conduct', at)

  const side = (drafted: boolean): Called[] => {
    const terms = (topic: string, at: Instant): Terms => {
      const own = known.get(`${topic} ${at}`)!
      return drafted && isWithin(trial, at) ? redraft(own, policy, values) : own
    }
    const common = { personId, caseId: standing[0]?.caseId ?? null, amountFen: 0 }
    const points = pointed.flatMap(({ key, item, minutes, at, evidenceIds }): Called[] => {
      const by = terms('conduct', at)
      if (!countsConduct(by) || !isCosted(by, item, minutes)) return []
      const cost = costOf(by, item, minutes)
      const { clause } = cost.cited
      return [{ ...common, key, kind: 'points', clause, points: cost.points, at, evidenceIds, what: WHAT.points }]
    })
    const statements = statementsOf(attended, (on) => terms('attendance', atTime(on, '23:59:59'))).map(
      ({ month, cited, evidenceIds, on }): Called => ({
        ...common,
        key: `attendance:${personId}:${month}`,
        kind: 'statement',
        clause: cited.clause,
        at: atTime(on, '23:59:59'),
        evidenceIds,
        what: WHAT.statement,
      }),
    )
    const blocks = blocksOf(reports, (at) => terms('serviceResponse', at)).map(({ report, cited }): Called => ({
      ...common,
      key: `reimbursement:${report.id}`,
      kind: 'block',
      clause: cited.clause,
      at: report.at,
      evidenceIds: [report.id],
      what: WHAT.block,
    }))
    return [...points, ...statements, ...blocks]
  }
  return ofThePeriod(trial, { before: side(false), after: side(true), steps: 1 })
}

/** The conduct of the period that was not taken back, by the item that it was counted as. */
async function pointsOf(tx: Tx, { fromAt, toAt }: Trial, personId: string) {
  const rows = await tx
    .select({ entry: consequences, data: facts.data })
    .from(consequences)
    .innerJoin(facts, sql`${facts.id} = (${consequences.evidenceIds} ->> 0)::uuid`)
    .where(
      and(
        eq(consequences.personId, personId),
        eq(consequences.kind, 'points'),
        isNull(consequences.aboutId),
        gte(consequences.occurredAt, fromAt),
        lt(consequences.occurredAt, toAt),
        stands,
      ),
    )
  return rows.map(({ entry, data }) => ({
    key: entry.key,
    at: entry.occurredAt,
    evidenceIds: entry.evidenceIds,
    item: data.item as ConductItemId,
    minutes: data.minutes as number | undefined,
  }))
}
