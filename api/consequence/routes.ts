import { z } from 'zod'
import type { Tx } from '../../db/client.ts'
import { markSeen } from '../../db/consequence/confirm.ts'
import { handOver } from '../../db/consequence/deliver.ts'
import { claimCause, decideCause, waive } from '../../db/consequence/decide.ts'
import { optionsFor, type Obstacle } from '../../db/consequence/options.ts'
import { listEntries, readEntry, type LedgerEntry } from '../../db/consequence/read.ts'
import { CAUSES } from '../../rules/consequence/entry.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { scopeOf, type Action } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Text } from '../../rules/text.ts'
import { textsOf, zTexts } from '../case/shapes.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller, type Context } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'

const entryRow = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['provisional', 'confirmed', 'reversed', 'waived']).nullable(),
  personId: z.string().nullable(),
  caseId: z.string(),
  obligationId: z.string().nullable(),
  aboutId: z.string().nullable(),
  amountFen: z.number(),
  clause: z.string(),
  policy: z.string(),
  policyVersion: z.number(),
  occurredAt: zInstant,
  recordedAt: zInstant,
  byId: z.string().nullable(),
  title: zTexts,
  basis: zTexts,
  because: zTexts,
  arithmetic: z.record(z.string(), z.unknown()),
  evidence: z.array(z.object({ id: z.string(), kind: z.string(), occurredAt: zInstant })),
})
const show = (entry: LedgerEntry): z.output<typeof entryRow> => ({ ...entry, ...explain(entry) })
const byEntry = z.object({ id: z.uuid() })

/** The regions whose entries of others the caller may see; none for who sees only their own. */
const overseen = (caller: Caller) => scopeOf(caller.grants, 'ledger.oversee')

export const all = route({
  method: 'get',
  path: '/api/ledger',
  action: 'ledger.own',
  summary: { zh: '台账（按权限范围）', en: "The ledger: entries of the regions one leads, or else one's own" },
  query: z.object({ ...pageQuery, personId: zId.optional(), caseId: zId.optional() }),
  response: page(entryRow),
  handle: async ({ db, caller, query: { limit, cursor, personId, caseId } }) => {
    const reach = overseen(caller)
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    const after = afterKey(cursor, 'number', 'string')
    return paged(await listEntries(db, { ...filter, caseId, after, limit: limit + 1 }), limit)
  },
})

function paged(rows: LedgerEntry[], limit: number) {
  const { items, next } = pageOf(rows, limit, (row) => [row.recordedAt, row.id])
  return { items: items.map(show), next }
}

const one = route({
  method: 'get',
  path: '/api/ledger/:id',
  action: 'ledger.own',
  summary: { zh: '一笔记录及其由来', en: 'One entry, explained' },
  params: byEntry,
  response: entryRow,
  handle: async ({ db, caller, params }) =>
    show((await readEntry(db, params.id, caller.personId, overseen(caller))) ?? refuse('consequence.unknown')),
})

const zObstacle = z.object({ code: z.string(), text: zTexts }).nullable()
const obstacle = (found: Obstacle | null) => found && { code: found.code, text: textsOf(found.code, found.params) }

const options = route({
  method: 'get',
  path: '/api/ledger/:id/options',
  action: 'ledger.own',
  summary: { zh: '对这笔记录能做什么；不能做的，为什么', en: 'What one can do about an entry, and why not' },
  params: byEntry,
  response: z.object({
    standingFen: z.number(),
    claim: z.object({ cause: z.enum(CAUSES), note: z.string(), at: zInstant }).nullable(),
    cause: zObstacle,
    causes: z.array(z.enum(CAUSES)),
    causeUntil: zInstant.nullable(),
    appeal: zObstacle,
    appealUntil: zInstant.nullable(),
    appealId: z.string().nullable(),
    decide: zObstacle,
    waive: zObstacle,
    handOver: zObstacle,
  }),
  handle: async ({ db, caller, params }) => {
    const known = await readEntry(db, params.id, caller.personId, overseen(caller))
    if (!known) return refuse('consequence.unknown')
    const found = await db.transaction((tx) => optionsFor(tx, params.id, caller.personId))
    const { cause, appeal, decide, waive, handOver } = found
    return {
      ...found,
      cause: obstacle(cause),
      appeal: obstacle(appeal),
      decide: obstacle(decide),
      waive: obstacle(waive),
      handOver: obstacle(handOver),
    }
  },
})

/** Something done about an entry: `POST /api/ledger/:id/<name>`. */
function entryStep<B extends z.ZodType>(
  name: string,
  action: Action,
  summary: Text,
  body: B,
  act: (tx: Tx, ctx: Context<{ id: string }, undefined, z.output<B>>) => Promise<unknown>,
) {
  return route({
    method: 'post',
    path: `/api/ledger/:id/${name}`,
    action,
    summary,
    params: byEntry,
    body,
    handle: (ctx) =>
      ctx.write(
        async (tx) => {
          await act(tx, ctx as never)
          return undefined
        },
        () => ({ noun: 'consequence', id: ctx.params.id }),
      ),
  })
}

const steps = [
  entryStep(
    'seen',
    'ledger.own',
    { zh: '本人已看到', en: 'The person concerned has seen it' },
    z.object({}),
    (tx, { params, caller, now }) => markSeen(tx, params.id, caller.personId, now),
  ),
  entryStep(
    'cause',
    'ledger.own',
    { zh: '说明原因', en: 'Give a cause' },
    z.object({ cause: z.enum(CAUSES), note: zText(1_000) }),
    (tx, { params, body, caller, now }) =>
      claimCause(tx, { consequenceId: params.id, ...body, byId: caller.personId }, now),
  ),
  entryStep(
    'decision',
    'ledger.decide',
    { zh: '裁定所述原因', en: 'Decide on the cause given' },
    z.object({ accepted: z.boolean(), note: zText(1_000) }),
    (tx, { params, body, caller, scope, now }) =>
      decideCause(tx, { consequenceId: params.id, ...body, byId: caller.personId, scope }, now),
  ),
  entryStep(
    'waiver',
    'ledger.waive',
    { zh: '总经理免除', en: 'The general manager waives it' },
    z.object({ reason: zText(1_000) }),
    (tx, { params, body, caller, now }) => waive(tx, { consequenceId: params.id, ...body, byId: caller.personId }, now),
  ),
  entryStep(
    'hand-over',
    'ledger.handOver',
    { zh: '登记当面送达', en: 'Record that it was handed over personally' },
    z.object({ handedAt: zInstant, note: zText(1_000) }),
    (tx, { params, body, caller, scope, now }) =>
      handOver(tx, { consequenceId: params.id, ...body, byId: caller.personId, scope }, now),
  ),
]

export const consequenceRoutes = [all, one, options, ...steps]
