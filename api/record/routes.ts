import { z } from 'zod'
import { listRecords } from '../../db/record/read.ts'
import { correctRecord, recordFact } from '../../db/record/record.ts'
import { payStanding } from '../../db/window/grade.ts'
import { ACCIDENT_CLASSES } from '../../rules/accident/grounds.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { GRADES } from '../../rules/serviceTask/ratings.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'

const zMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const zRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('examTaken'), exam: z.enum(['training', 'skill']), passed: z.boolean() }),
  z.strictObject({ kind: z.literal('documentsChecked'), month: zMonth, complete: z.boolean() }),
  z.strictObject({ kind: z.literal('contribution'), note: zText(1_000) }),
  z.strictObject({ kind: z.literal('trained'), minutes: z.number().int().min(1).max(1_440) }),
  z.strictObject({ kind: z.literal('jointTraining'), regionId: zId }),
  z.strictObject({ kind: z.literal('payGradeSet'), grade: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  z.strictObject({ kind: z.literal('openingAccident'), class: z.enum(ACCIDENT_CLASSES) }),
  z.strictObject({ kind: z.literal('openingRating'), worst: z.enum(GRADES) }),
  z.strictObject({ kind: z.literal('openingFairRow'), count: z.number().int().min(1).max(9) }),
  z.strictObject({ kind: z.literal('openingExamFailed') }),
  z.strictObject({ kind: z.literal('openingCleanMonth'), month: zMonth }),
])

const recordRow = z.object({
  id: z.string(),
  personId: z.string(),
  kind: z.string(),
  occurredAt: zInstant,
  recordedAt: zInstant,
  byId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  correctsId: z.string().nullable(),
  stands: z.boolean(),
})
const made = z.object({ id: z.string() })

export const list = route({
  method: 'get',
  path: '/api/records',
  action: 'record.own',
  summary: {
    zh: '考核事实（本人或所辖人员）',
    en: 'Facts that count in the windows: of those one leads, or else one’s own',
  },
  query: z.object({ ...pageQuery, personId: zId.optional() }),
  response: page(recordRow),
  handle: async ({ db, caller, query: { cursor, limit, personId } }) => {
    const reach = scopeOf(caller.grants, 'record.oversee')
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listRecords(db, { ...filter, after, limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.recordedAt, row.id])
  },
})

const record = route({
  method: 'post',
  path: '/api/records',
  action: 'record.write',
  status: 201,
  summary: { zh: '登记考核事实或期初数', en: 'Record a fact about a person, or an opening balance' },
  body: z.strictObject({ personId: zId, occurredAt: zInstant, record: zRecord }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => recordFact(tx, { ...ctx.body, byId: ctx.caller.personId }, ctx.now),
      ({ id }) => ({ noun: 'record', id }),
    ),
})

const correct = route({
  method: 'post',
  path: '/api/records/:id/corrections',
  action: 'record.write',
  summary: { zh: '更正或撤销考核事实', en: 'Correct such a fact, or take it back' },
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    reason: zText(1_000),
    /** Left out: it should not stand at all. */
    instead: z.strictObject({ occurredAt: zInstant, record: zRecord }).optional(),
  }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => correctRecord(tx, { ...ctx.body, factId: ctx.params.id, byId: ctx.caller.personId }, ctx.now),
      ({ id }) => ({ noun: 'record', id }),
    ),
})

const zGrade = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable()

const payGrade = route({
  method: 'get',
  path: '/api/records/pay-grade',
  action: 'record.own',
  summary: {
    zh: '基本工资档次：在档与可达到',
    en: 'Base pay: the grade on record, and the one that the record reaches',
  },
  query: z.object({ personId: zId.optional(), on: zDate }),
  response: z.object({ recorded: zGrade, reached: zGrade }),
  handle: ({ db, caller, now, query: { personId = caller.personId, on } }) => {
    // Pay belongs to the person, not to a region: others' is for those whose office is everywhere.
    if (personId !== caller.personId && scopeOf(caller.grants, 'record.oversee') !== 'all')
      refuse('caller.outOfRegion', { field: 'personId' })
    return db.transaction((tx) => payStanding(tx, personId, on, now))
  },
})

export const recordRoutes = [list, record, correct, payGrade]
