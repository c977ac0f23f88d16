import { z } from 'zod'
import { readOrganisation } from '../../db/organisation/read.ts'
import { appoint, createPost, editPost, endAppointment, listPosts } from '../../db/organisation/residentPosts.ts'
import { sideOf } from '../../rules/permissions.ts'
import { roleIds } from '../../rules/roles.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { byId, patchOf, zFlag, zId, zText } from '../http/shapes.ts'
import { endsAt, misfitRow } from '../people/shapes.ts'

export const chart = route({
  method: 'get',
  path: '/api/organisation',
  action: 'person.read',
  summary: {
    zh: '组织架构：在职人员、岗位、直接上级，以及与制度不符之处',
    en: 'Everybody in their place, with what the rulebooks would have otherwise',
  },
  response: z.object({
    people: z.array(
      z.object({
        id: zId,
        name: z.string(),
        superiorId: zId.nullable(),
        roles: z.array(z.object({ role: z.enum(roleIds), regionId: zId.nullable() })),
        misfits: z.array(misfitRow),
      }),
    ),
  }),
  handle: async ({ db, now, caller }) => ({ people: await readOrganisation(db, now, sideOf(caller.grants)) }),
})

const lines = z.array(zText(500)).max(40)
const postFields = {
  title: zText(100),
  need: zText(500),
  duties: lines.min(1),
  permissions: lines,
  places: z.number().int().min(1).max(99).optional(),
  fromAt: zInstant,
  toAt: zInstant.nullable().optional(),
}
const holderRow = z.object({ id: zId, postId: zId, personId: zId, fromAt: zInstant, toAt: zInstant.nullable() })
const postRow = z
  .object({
    ...postFields,
    id: zId,
    projectId: zId,
    places: z.number(),
    toAt: zInstant.nullable(),
    holders: z.array(holderRow),
  })
  .meta({ id: 'ResidentPost' })

export const list = route({
  method: 'get',
  path: '/api/resident-posts',
  action: 'residentPost.read',
  summary: {
    zh: '驻场岗位及其职责、权限、任职人',
    en: 'Posts at customers’ sites, their duties, permissions and holders',
  },
  query: z.object({ projectId: zId.optional(), current: zFlag.optional() }),
  response: z.object({ items: z.array(postRow) }),
  handle: async ({ db, now, caller, query: { projectId, current } }) => ({
    items: await listPosts(db, { projectId, at: current ? now : undefined, side: sideOf(caller.grants) }),
  }),
})

const create = route({
  method: 'post',
  path: '/api/resident-posts',
  action: 'residentPost.edit',
  status: 201,
  summary: { zh: '按客户需求设立驻场岗位', en: 'Set up a post as the customer needs it' },
  body: z.strictObject({ ...postFields, projectId: zId }),
  response: postRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => createPost(tx, ctx.body),
      ({ id }) => ({ noun: 'residentPost', id }),
    ),
})

const edit = route({
  method: 'patch',
  path: '/api/resident-posts/:id',
  action: 'residentPost.edit',
  summary: { zh: '修改或结束驻场岗位', en: 'Change a post, or say when it ends' },
  params: byId,
  body: patchOf(z.strictObject(postFields)),
  response: postRow,
  handle: (ctx) => ctx.write((tx) => editPost(tx, ctx.params.id, ctx.body)),
})

const hold = route({
  method: 'post',
  path: '/api/resident-posts/:id/holders',
  action: 'residentPost.edit',
  status: 201,
  summary: { zh: '安排人员任驻场岗位', en: 'Put somebody on the post' },
  params: byId,
  body: z.strictObject({ personId: zId, fromAt: zInstant, toAt: zInstant.nullable().optional() }),
  response: holderRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => appoint(tx, { postId: ctx.params.id, ...ctx.body }),
      ({ personId }) => ({ noun: 'residentPost', id: ctx.params.id, detail: { personId } }),
    ),
})

const leave = route({
  method: 'patch',
  path: '/api/resident-post-holders/:id',
  action: 'residentPost.edit',
  summary: { zh: '结束驻场任职', en: 'Say when somebody leaves the post' },
  params: byId,
  body: endsAt,
  response: holderRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => endAppointment(tx, ctx.params.id, ctx.body.toAt),
      ({ postId, personId }) => ({ noun: 'residentPost', id: postId, detail: { personId } }),
    ),
})

export const organisationRoutes = [chart, list, create, edit, hold, leave]
