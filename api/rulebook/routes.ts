import { z } from 'zod'
import { keepReview } from '../../db/rulebook/draft.ts'
import { firingsOf } from '../../db/rulebook/firings.ts'
import { acknowledge } from '../../db/rulebook/publish.ts'
import { knownRulebook } from '../../db/rulebook/known.ts'
import { acknowledgementsOf, listRulebooks } from '../../db/rulebook/read.ts'
import { readVersion, versionsOf } from '../../db/rulebook/versions.ts'
import { may } from '../../rules/permissions.ts'
import { documents } from '../../rules/rulebook/documents.ts'
import { clausesOf } from '../../rules/rulebook/rulebooks.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zFlag, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { draftRoutes } from './drafts.ts'
import { signatureRow, zTexts } from './shapes.ts'

const byRulebook = z.object({ id: z.string().max(20) })
const byVersion = byRulebook.extend({ version: z.coerce.number().int().min(1) })

export const list = route({
  method: 'get',
  path: '/api/rulebooks',
  action: 'rulebook.read',
  summary: {
    zh: '全部制度：现行版本、上次评审、本人是否已确认',
    en: 'Every rulebook: version in force, last review, whether one has acknowledged it',
  },
  query: z.object({ waiting: zFlag.optional(), readers: zFlag.optional() }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: zTexts,
        version: z.number().nullable(),
        effectiveFromAt: zInstant.nullable(),
        lastReviewedAt: zInstant.nullable(),
        bound: z.boolean().describe('Whether it binds the caller'),
        waiting: z
          .boolean()
          .describe('Whether it waits for the caller to acknowledge it, without a promise of its own'),
        acknowledgedAt: zInstant.nullable(),
        readers: z
          .object({ bound: z.number(), acknowledged: z.number() })
          .nullable()
          .describe('Where asked, and for whom oversees rulebooks: whom it binds, and who of them has read it'),
      }),
    ),
  }),
  handle: async ({ db, caller, now, query }) => {
    const readers = query.readers === true && may(caller.grants, 'rulebook.oversee')
    const items = await listRulebooks(db, caller.personId, { readers }, now)
    return { items: query.waiting ? items.filter(({ waiting }) => waiting) : items }
  },
})

export const one = route({
  method: 'get',
  path: '/api/rulebooks/:id',
  action: 'rulebook.read',
  summary: { zh: '一部制度的全部条款', en: 'The clauses of one rulebook' },
  params: byRulebook,
  response: z.object({
    id: z.string(),
    title: zTexts,
    clauses: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), software: z.string() })),
  }),
  handle: async ({ params }) => {
    const book = knownRulebook(params.id)
    const clauses = clausesOf(book).map(({ id, zh, en, software }) => ({ id, zh, en, software }))
    return { id: book.id, title: book.title, clauses }
  },
})

export const version = route({
  method: 'get',
  path: '/api/rulebooks/:id/versions/:version',
  action: 'rulebook.read',
  summary: {
    zh: '某一版本：全部参数、修订说明、签署人',
    en: 'One version as it stood: every value, what changed, who signed',
  },
  params: byVersion,
  response: z.object({
    id: z.string(),
    title: zTexts,
    version: z.number(),
    kind: z.string(),
    effectiveFromAt: zInstant,
    recordedAt: zInstant,
    note: z.string(),
    reference: z.string().nullable(),
    before: z.number().nullable(),
    parameters: z.array(
      z.object({
        key: z.string(),
        clause: z.string().nullable(),
        label: zTexts,
        unit: z.string(),
        value: z.unknown(),
        sinceAt: zInstant.describe('since when the value holds without a break'),
        next: z
          .object({ value: z.unknown(), fromAt: zInstant })
          .nullable()
          .describe('what comes after, where published'),
      }),
    ),
    signatures: z.array(signatureRow),
  }),
  handle: ({ db, params }) => readVersion(db, params.id, params.version),
})

export const history = route({
  method: 'get',
  path: '/api/rulebooks/:id/versions',
  action: 'rulebook.read',
  summary: {
    zh: '修订履历：各版本的日期、单号、摘要、签署人，以及文件封面',
    en: 'The list of revisions: date, filing number, summary and who signed each; and what the cover says',
  },
  params: byRulebook,
  response: z.object({
    document: z
      .object({
        clause: z.string(),
        number: z.string(),
        level: z.number(),
        edition: z.string(),
        effectiveOn: z.string(),
        revisions: z.array(z.object({ on: z.string(), edition: z.string(), note: zTexts })).readonly(),
      })
      .nullable(),
    items: z.array(
      z.object({
        variant: z.string(),
        version: z.number(),
        kind: z.string(),
        effectiveFromAt: zInstant,
        recordedAt: zInstant,
        note: z.string(),
        reference: z.string().nullable(),
        draftedBy: z.array(z.string()),
        reviewedBy: z.array(z.string()),
        approvedBy: z.array(z.string()),
      }),
    ),
  }),
  handle: async ({ db, params }) => ({
    document: documents[params.id] ?? null,
    items: await versionsOf(db, params.id),
  }),
})

export const read = route({
  method: 'get',
  path: '/api/rulebooks/:id/versions/:version/acknowledgements',
  action: 'rulebook.oversee',
  summary: { zh: '谁已确认、谁还没有', en: 'Who has acknowledged a version, and who has not' },
  params: byVersion,
  response: z.object({
    items: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        bound: z.boolean(),
        acknowledgedAt: zInstant.nullable(),
      }),
    ),
  }),
  handle: async ({ db, params, now }) => {
    knownRulebook(params.id)
    return { items: await acknowledgementsOf(db, params.id, params.version, now) }
  },
})

export const firings = route({
  method: 'get',
  path: '/api/rulebooks/:id/firings',
  action: 'rulebook.oversee',
  summary: { zh: '各条款触发了多少次', en: 'How often each clause fired' },
  params: byRulebook,
  response: z.object({
    items: z.array(
      z.object({
        clause: z.string(),
        promises: z.number(),
        late: z.number(),
        entries: z.number(),
        amountFen: z.number(),
        lastAt: zInstant.nullable(),
      }),
    ),
  }),
  handle: async ({ db, params }) => ({ items: await firingsOf(db, params.id) }),
})

const acknowledgement = route({
  method: 'post',
  path: '/api/rulebooks/:id/versions/:version/acknowledgements',
  action: 'rulebook.acknowledge',
  summary: { zh: '本人已阅读并确认', en: 'One has read it and acknowledges it' },
  params: byVersion,
  body: z.object({}),
  handle: async (ctx) => {
    let poke: string[] = []
    ctx.afterCommit(() => ctx.services.poke(poke))
    return ctx.write(
      async (tx) => {
        const { id: rulebookId, version: number } = ctx.params
        const given = { rulebookId, version: number, byId: ctx.caller.personId }
        ;({ poke } = await acknowledge(tx, procedures.rulebook, given, ctx.now))
        return undefined
      },
      () => ({ noun: 'rulebook', id: ctx.params.id, detail: { version: ctx.params.version } }),
    )
  },
})

const review = route({
  method: 'post',
  path: '/api/rulebooks/:id/reviews',
  action: 'rulebook.draft',
  status: 201,
  summary: { zh: '记录一次评审（未必修订）', en: 'Record that a rulebook was reviewed, changed or not' },
  params: byRulebook,
  body: z.object({ note: zText(2_000) }),
  response: z.object({ id: z.string() }),
  handle: (ctx) =>
    ctx.write(
      (tx) => keepReview(tx, { rulebookId: ctx.params.id, byId: ctx.caller.personId, note: ctx.body.note }, ctx.now),
      () => ({ noun: 'rulebook', id: ctx.params.id }),
    ),
})

export const rulebookRoutes = [list, one, firings, history, version, read, acknowledgement, review, ...draftRoutes]
