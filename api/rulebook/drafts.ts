import { z } from 'zod'
import { editDraft, signDraft, startDraft, submitDraft, withdrawDraft } from '../../db/rulebook/draft.ts'
import { publicise, publishDraft } from '../../db/rulebook/publish.ts'
import { listDrafts, readDraft } from '../../db/rulebook/read.ts'
import { promisesNow, promisesOf, stepRoute } from '../case/step.ts'
import { zDate } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, patchOf, zFlag, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { content, draftFile, draftRow, showDraft, showFile } from './shapes.ts'

const { rulebook } = procedures

export const list = route({
  method: 'get',
  path: '/api/rulebook-drafts',
  action: 'rulebook.sign',
  summary: { zh: '制度草案，最近的在前', en: 'Drafts of rulebooks, the newest first' },
  query: z.object({ ...pageQuery, rulebookId: z.string().max(20).optional(), open: zFlag.optional() }),
  response: page(draftRow),
  handle: async ({ db, query: { limit, cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listDrafts(db, { ...filter, after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.draft.caseId])
    return { items: items.map(showDraft), next }
  },
})

export const one = route({
  method: 'get',
  path: '/api/rulebook-drafts/:id',
  action: 'rulebook.sign',
  summary: { zh: '一份草案及其签署', en: 'One draft, with its signatures' },
  params: byId,
  response: draftFile,
  handle: async ({ db, params, now }) => showFile(await readDraft(db, params.id, now)),
})

const start = route({
  method: 'post',
  path: '/api/rulebook-drafts',
  action: 'rulebook.draft',
  status: 201,
  summary: { zh: '起草修订或勘误', en: 'Begin a draft: an amendment, or an erratum' },
  body: z.object({ rulebookId: z.string().max(20), kind: z.enum(['amendment', 'erratum']), ...content }),
  response: promisesNow,
  handle: async (ctx) => {
    const done = await ctx.write(
      async (tx) => {
        const draft = { ...ctx.body, byId: ctx.caller.personId }
        const { caseId, obligations } = await startDraft(tx, rulebook, draft, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'rulebook', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

const edit = route({
  method: 'patch',
  path: '/api/rulebook-drafts/:id',
  action: 'rulebook.draft',
  summary: { zh: '修改草案（起草人，提交前）', en: 'Change a draft: its author, before it is submitted' },
  params: byId,
  body: patchOf(z.object(content)),
  response: promisesNow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const change = { ...ctx.body, caseId: ctx.params.id, byId: ctx.caller.personId }
        return promisesOf(ctx.params.id, await editDraft(tx, rulebook, change, ctx.now))
      },
      () => ({ noun: 'rulebook', id: ctx.params.id }),
    ),
})

const decision = z.object({ approved: z.boolean(), reason: zText(2_000) })
const signature = (step: 'review' | 'approve', path: string, zh: string, en: string) =>
  stepRoute({
    path: `/api/rulebook-drafts/:id/${path}`,
    action: 'rulebook.sign',
    summary: { zh, en },
    body: decision,
    act: (tx, { params, body, caller, now }) => {
      const by = { byId: caller.personId, grants: caller.grants }
      return signDraft(tx, rulebook, { caseId: params.id, step, ...body, ...by }, now)
    },
  })

const steps = [
  stepRoute({
    path: '/api/rulebook-drafts/:id/submission',
    action: 'rulebook.draft',
    summary: { zh: '起草人签署并提交', en: 'The author signs and submits it' },
    body: z.object({}),
    act: (tx, { params, caller, now }) => submitDraft(tx, rulebook, { caseId: params.id, byId: caller.personId }, now),
  }),
  signature('review', 'review', '审核：通过或退回', 'Review it: pass it on, or send it back'),
  signature('approve', 'approval', '批准：通过或退回', 'Approve it, or send it back'),
  stepRoute({
    path: '/api/rulebook-drafts/:id/publicising',
    action: 'rulebook.sign',
    summary: { zh: '区域经理已宣贯', en: 'A regional manager has publicised it' },
    body: z.object({}),
    act: (tx, { params, caller, now }) => publicise(tx, rulebook, { caseId: params.id, byId: caller.personId }, now),
  }),
  stepRoute({
    path: '/api/rulebook-drafts/:id/withdrawal',
    action: 'rulebook.draft',
    summary: { zh: '起草人撤回草案', en: 'The author withdraws it' },
    body: z.object({}),
    act: (tx, { params, caller, now }) => withdrawDraft(tx, { caseId: params.id, byId: caller.personId }, now),
  }),
]

const publication = route({
  method: 'post',
  path: '/api/rulebook-drafts/:id/publication',
  action: 'rulebook.sign',
  summary: { zh: '发布：自某日起生效', en: 'Publish it, from a day on' },
  params: byId,
  body: z.object({ effectiveOn: zDate.optional() }),
  response: promisesNow.extend({ version: z.number() }),
  handle: async (ctx) => {
    let poke: string[] = []
    const done = await ctx.write(
      async (tx) => {
        const by = { byId: ctx.caller.personId, grants: ctx.caller.grants }
        const published = await publishDraft(tx, rulebook, { caseId: ctx.params.id, ...ctx.body, ...by }, ctx.now)
        poke = published.poke
        return { ...promisesOf(ctx.params.id, published.obligations), version: published.version }
      },
      ({ version }) => ({ noun: 'rulebook', id: ctx.params.id, detail: { version } }),
    )
    ctx.afterCommit(() => ctx.services.poke([ctx.params.id, ...poke]))
    return done
  },
})

export const draftRoutes = [list, one, start, edit, ...steps, publication]
