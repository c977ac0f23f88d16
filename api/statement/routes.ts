import { z } from 'zod'
import { listStatements, readStatement, submitStatement } from '../../db/statement/steps.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller } from '../http/route.ts'
import { byId, zFlag, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const { statement } = procedures

const statementRow = z.object({
  caseId: z.string(),
  consequenceId: z.string(),
  personId: z.string(),
  readerId: z.string().nullable(),
  state: z.string(),
  clause: z.string(),
  requiredAt: zInstant,
  submittedAt: zInstant.nullable(),
  acceptedAt: zInstant.nullable(),
  note: z.string().nullable(),
})
const whole = statementRow.extend({ text: z.string().nullable(), attachmentIds: z.array(z.string()) })

const reader = ({ personId, grants }: Caller) => ({ personId, scope: scopeOf(grants, 'statement.oversee') })
type Found = Awaited<ReturnType<typeof listStatements>>[number]
const show = ({ statement: row, ...rest }: Found) => ({ ...row, ...rest })

export const statementList = route({
  method: 'get',
  path: '/api/statements',
  action: 'statement.own',
  summary: { zh: '须提交的书面说明', en: 'Required statements: one’s own, those one reads, those of one’s regions' },
  query: z.object({ ...pageQuery, open: zFlag.optional() }),
  response: page(statementRow),
  handle: async ({ db, caller, query: { cursor, limit, open } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listStatements(db, { ...reader(caller), open, after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.statement.caseId])
    return { items: items.map(show), next }
  },
})

const one = route({
  method: 'get',
  path: '/api/statements/:id',
  action: 'statement.own',
  summary: { zh: '一份书面说明', en: 'One statement' },
  params: byId,
  response: whole,
  handle: async ({ db, caller, params }) => {
    const [row] = await listStatements(db, { ...reader(caller), caseId: params.id, limit: 1 })
    return row ? show(row) : refuse('statement.unknown', { field: 'id' })
  },
})

const submission = stepRoute({
  path: '/api/statements/:id/submission',
  action: 'statement.own',
  summary: { zh: '提交书面说明', en: 'Hand in the statement' },
  body: z.strictObject({ text: zText(10_000), attachmentIds: z.array(z.uuid()).max(20).default([]) }),
  act: (tx, { params, body, caller, now }) =>
    submitStatement(tx, statement, { caseId: params.id, ...body, byId: caller.personId }, now),
})

const reading = stepRoute({
  path: '/api/statements/:id/reading',
  action: 'statement.decide',
  summary: { zh: '接受书面说明或退回', en: 'Accept the statement, or send it back' },
  body: z.strictObject({ accepted: z.boolean(), note: zText(1_000) }),
  act: (tx, { params, body, caller, now }) => {
    const scope = scopeOf(caller.grants, 'statement.oversee')
    return readStatement(tx, statement, { caseId: params.id, ...body, byId: caller.personId, scope }, now)
  },
})

export const statementRoutes = [statementList, one, submission, reading]
