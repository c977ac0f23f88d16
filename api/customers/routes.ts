import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { recomputeCustomer } from '../../db/calendar/publish.ts'
import { listCustomers, listProjects, readCustomer, regionOf } from '../../db/customer/readCustomers.ts'
import {
  createContact,
  createCustomer,
  createProject,
  editContact,
  editCustomer,
  editProject,
} from '../../db/customer/saveCustomer.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, patchOf, zFlag, zId, zText } from '../http/shapes.ts'

const customerInput = z.strictObject({
  code: zText(50),
  name: zText(),
  regionId: zId.nullable().optional(),
  active: z.boolean().optional(),
  calendar: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .nullable()
    .optional(),
})
const customerRow = z
  .object({
    id: zId,
    code: z.string(),
    name: z.string(),
    regionId: zId.nullable(),
    active: z.boolean(),
    calendar: z.string().nullable(),
    sample: z.string().nullable(),
  })
  .meta({ id: 'Customer' })
const contactInput = z.strictObject({
  name: zText(100),
  post: zText(100).nullable().optional(),
  address: zText(100).nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  numbers: z.array(zText(40)).max(20).optional(),
})
const contactRow = z
  .object({
    id: zId,
    customerId: zId,
    name: z.string(),
    post: z.string().nullable(),
    address: z.string().nullable(),
    email: z.string().nullable(),
    numbers: z.array(z.string()),
    endedAt: zInstant.nullable(),
  })
  .meta({ id: 'Contact' })
const projectRow = z
  .object({ id: zId, customerId: zId, name: z.string(), endedAt: zInstant.nullable(), sample: z.string().nullable() })
  .meta({ id: 'Project' })
const customerFile = z.object({ ...customerRow.shape, contacts: z.array(contactRow), projects: z.array(projectRow) })

function checkRegion(scope: Scope, regionId: string | null): void {
  if (!within(scope, regionId)) refuse('caller.outOfRegion')
}

export const list = route({
  method: 'get',
  path: '/api/customers',
  action: 'customer.read',
  summary: { zh: '客户（本人负责的区域）', en: 'Customers of my regions' },
  query: z.object({ ...pageQuery, active: zFlag.optional(), q: zText(50).optional() }),
  response: page(customerRow),
  handle: async ({ db, scope, query: { cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    return pageOf(await listCustomers(db, { ...filter, scope, after }), filter.limit, (row) => [row.id])
  },
})

const read = route({
  method: 'get',
  path: '/api/customers/:id',
  action: 'customer.read',
  summary: { zh: '客户档案（查阅留痕）', en: 'A customer’s file; the reading is recorded' },
  params: byId,
  response: customerFile,
  handle: async (ctx) => {
    const file = await readCustomer(ctx.db, ctx.params.id)
    checkRegion(ctx.scope, file.regionId)
    const facts = { at: ctx.now, personId: ctx.caller.personId, door: 'api', requestId: ctx.requestId }
    await audit(ctx.db, { ...facts, action: 'customer.read', noun: 'customer', subjectId: file.id })
    return file
  },
})

const create = route({
  method: 'post',
  path: '/api/customers',
  action: 'customer.edit',
  status: 201,
  summary: { zh: '登记客户', en: 'Enter a customer' },
  body: customerInput,
  response: customerRow,
  handle: (ctx) => {
    checkRegion(ctx.scope, ctx.body.regionId ?? null)
    return ctx.write(
      (tx) => createCustomer(tx, ctx.body),
      ({ id }) => ({ noun: 'customer', id }),
    )
  },
})

const edit = route({
  method: 'patch',
  path: '/api/customers/:id',
  action: 'customer.edit',
  summary: { zh: '修改客户', en: 'Change a customer' },
  params: byId,
  body: patchOf(customerInput),
  response: customerRow,
  handle: (ctx) => {
    let poke: string[] = []
    ctx.afterCommit(() => ctx.services.poke(poke))
    return ctx.write(async (tx) => {
      checkRegion(ctx.scope, await regionOf(tx, { customerId: ctx.params.id }))
      const changed = await editCustomer(tx, ctx.params.id, ctx.body)
      checkRegion(ctx.scope, changed.regionId)
      poke = ctx.body.calendar === undefined ? [] : await recomputeCustomer(tx, changed.id, ctx.now)
      return changed
    })
  },
})

const addContact = route({
  method: 'post',
  path: '/api/customers/:id/contacts',
  action: 'customer.edit',
  status: 201,
  summary: { zh: '登记联系人及号码', en: 'Enter somebody at a customer, with their numbers' },
  params: byId,
  body: contactInput,
  response: contactRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        checkRegion(ctx.scope, await regionOf(tx, { customerId: ctx.params.id }))
        return createContact(tx, ctx.params.id, ctx.body)
      },
      ({ id }) => ({ noun: 'contact', id }),
    ),
})

const changeContact = route({
  method: 'patch',
  path: '/api/contacts/:id',
  action: 'customer.edit',
  summary: { zh: '修改联系人', en: 'Change a contact' },
  params: byId,
  body: patchOf(z.strictObject({ ...contactInput.shape, endedAt: zInstant.nullable() })),
  response: contactRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        checkRegion(ctx.scope, await regionOf(tx, { contactId: ctx.params.id }))
        return editContact(tx, ctx.params.id, ctx.body)
      },
      ({ id }) => ({ noun: 'contact', id }),
    ),
})

const addProject = route({
  method: 'post',
  path: '/api/customers/:id/projects',
  action: 'customer.edit',
  status: 201,
  summary: { zh: '登记项目', en: 'Enter a project' },
  params: byId,
  body: z.strictObject({ name: zText() }),
  response: projectRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        checkRegion(ctx.scope, await regionOf(tx, { customerId: ctx.params.id }))
        return createProject(tx, { customerId: ctx.params.id, name: ctx.body.name })
      },
      ({ id }) => ({ noun: 'project', id }),
    ),
})

const allProjects = route({
  method: 'get',
  path: '/api/projects',
  action: 'customer.read',
  summary: { zh: '项目及其客户（本人负责的区域）', en: 'Projects and their customers, of my regions' },
  response: z.object({
    items: z.array(
      z.object({
        id: zId,
        name: z.string(),
        customerId: zId,
        customerName: z.string(),
        endedAt: zInstant.nullable(),
      }),
    ),
  }),
  handle: async ({ db, scope }) => ({ items: await listProjects(db, scope) }),
})

const changeProject = route({
  method: 'patch',
  path: '/api/projects/:id',
  action: 'customer.edit',
  summary: { zh: '修改或结束项目', en: 'Change a project, or say since when it is over' },
  params: byId,
  body: patchOf(z.strictObject({ name: zText(), endedAt: zInstant.nullable() })),
  response: projectRow,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      checkRegion(ctx.scope, await regionOf(tx, { projectId: ctx.params.id }))
      return editProject(tx, ctx.params.id, ctx.body)
    }),
})

export const customerRoutes = [
  list,
  read,
  create,
  edit,
  addContact,
  changeContact,
  addProject,
  allProjects,
  changeProject,
]
