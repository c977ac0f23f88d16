import { z } from 'zod'
import type { Db, Tx } from '../../db/client.ts'
import { misfitsOfPerson } from '../../db/organisation/read.ts'
import { listPeople, readPerson } from '../../db/person/readPeople.ts'
import { endRole, grantRole, readRole } from '../../db/person/roles.ts'
import { createPerson, editPerson } from '../../db/person/savePerson.ts'
import { sideOf } from '../../rules/permissions.ts'
import { checkGrant } from '../../rules/person/grant.ts'
import { roleIds } from '../../rules/roles.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Context } from '../http/route.ts'
import { byId, patchOf, zFlag, zId, zText } from '../http/shapes.ts'
import { endsAtOrOpen, listedPerson, personFile, personInput, roleInput, roleRow } from './shapes.ts'

export const list = route({
  method: 'get',
  path: '/api/people',
  action: 'person.read',
  summary: { zh: '人员名册', en: 'The register of people' },
  query: z.object({
    ...pageQuery,
    active: zFlag.optional(),
    role: z.enum(roleIds).optional(),
    q: zText(50).optional(),
    regionId: zId.optional(),
  }),
  response: page(listedPerson),
  handle: async ({ db, now, caller, query: { cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const about = { after, at: now, side: sideOf(caller.grants) }
    return pageOf(await listPeople(db, { ...filter, ...about }), filter.limit, (row) => [row.id])
  },
})

/** A person's file, with what the rulebooks would have otherwise about their place in the line. */
async function fileOf(db: Db | Tx, id: string, { caller, now: at }: Pick<Context, 'caller' | 'now'>) {
  const file = await readPerson(db, id, sideOf(caller.grants))
  return { ...file, misfits: await misfitsOfPerson(db, id, at) }
}

const read = route({
  method: 'get',
  path: '/api/people/:id',
  action: 'person.read',
  summary: { zh: '人员及其号码、区域、技能、岗位', en: 'A person with numbers, regions, skills and roles' },
  params: byId,
  response: personFile,
  handle: (ctx) => fileOf(ctx.db, ctx.params.id, ctx),
})

const create = route({
  method: 'post',
  path: '/api/people',
  action: 'person.edit',
  status: 201,
  summary: { zh: '登记人员', en: 'Enter a person' },
  body: personInput,
  response: personFile,
  handle: (ctx) =>
    ctx.write(
      async (tx) => fileOf(tx, await createPerson(tx, ctx.body), ctx),
      ({ id }) => ({ noun: 'person', id }),
    ),
})

const edit = route({
  method: 'patch',
  path: '/api/people/:id',
  action: 'person.edit',
  summary: {
    zh: '修改人员；停用即退出所有登录、结束所任岗位',
    en: 'Change a person; one made inactive is signed out everywhere and holds no post any more',
  },
  params: byId,
  body: patchOf(personInput),
  response: personFile,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      await editPerson(tx, ctx.params.id, ctx.body, ctx.now)
      return fileOf(tx, ctx.params.id, ctx)
    }),
})

const grant = route({
  method: 'post',
  path: '/api/people/:id/roles',
  action: 'role.grant',
  status: 201,
  summary: { zh: '授予岗位', en: 'Give a person a role' },
  params: byId,
  body: roleInput,
  response: roleRow,
  handle: (ctx) => {
    checkGrant(ctx.caller, ctx.params.id, ctx.body.role)
    return ctx.write(
      (tx) => grantRole(tx, { personId: ctx.params.id, ...ctx.body }),
      ({ role, regionId }) => ({ noun: 'person', id: ctx.params.id, detail: { role, regionId } }),
    )
  },
})

const end = route({
  method: 'patch',
  path: '/api/roles/:id',
  action: 'role.grant',
  summary: { zh: '结束（或重新开放）岗位', en: 'End a role, or open it again' },
  params: byId,
  body: endsAtOrOpen,
  response: roleRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const held = await readRole(tx, ctx.params.id)
        checkGrant(ctx.caller, held.personId, held.role)
        return endRole(tx, ctx.params.id, ctx.body.toAt)
      },
      ({ personId, role, toAt }) => ({ noun: 'person', id: personId, detail: { role, toAt } }),
    ),
})

export const peopleRoutes = [list, read, create, edit, grant, end]
