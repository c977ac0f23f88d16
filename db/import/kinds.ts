import { and, eq, isNull } from 'drizzle-orm'
import { checkGrant } from '../../rules/person/grant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { createContact, createCustomer } from '../customer/saveCustomer.ts'
import { newId } from '../id.ts'
import { assignDuty, createLine } from '../person/duty.ts'
import { createRegion } from '../person/regions.ts'
import { grantRole } from '../person/roles.ts'
import { createPerson, editPerson } from '../person/savePerson.ts'
import { contact, customer, phoneNumber } from '../schema/customer.ts'
import { line, person, personRole, region } from '../schema/person.ts'
import { flag, instantCell, listed, oneOf, roleCell } from './cells.ts'
import { columns, type Kind } from './columns.ts'
import { importEquipment } from './equipment.ts'
import type { Importer } from './importFile.ts'
import { importHandover, importTask } from './matters.ts'
import { importOpening } from './openings.ts'
import { importBinding, importProject } from './projects.ts'

type Cells<K extends Kind> = Record<keyof (typeof columns)[K] & string, string>
/** Writes one row. What has to wait until every row stands (a superior further down) is returned as a task. */
type Write<K extends Kind> = (tx: Tx, cells: Cells<K>, by: Importer) => Promise<void | ((tx: Tx) => Promise<void>)>

const people: Write<'people'> = async (tx, cells, by) => {
  const regionIds: string[] = []
  for (const code of listed(cells.regions)) regionIds.push(await regionCoded(tx, code, 'regions'))
  const numbers = listed(cells.numbers)
  if (numbers.some((number) => normaliseNumber(number) === null)) refuse('input.phoneNumber', { field: 'numbers' })
  const fields = {
    name: cells.name,
    kind: oneOf(
      cells.kind || 'staff',
      { staff: ['员工'], client: ['甲方'], contractor: ['承包方'], service: ['服务账号'] },
      'kind',
    ),
    ...(cells.email && { email: emailCell(cells.email) }),
    posted: flag(cells.posted, 'posted'),
    ...(cells.regions && { regionIds }),
    ...(cells.numbers && { numbers }),
  }
  const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.code, cells.code))
  const id = known?.id ?? (await createPerson(tx, { code: cells.code, ...fields }))
  if (known) await editPerson(tx, id, fields, by.now)
  for (const held of listed(cells.roles)) await holds(tx, id, held, by)
  if (!cells.superior) return
  return async (then) => {
    const superiorId = await personCoded(then, cells.superior, 'superior')
    await editPerson(then, id, { superiorId }, by.now, 'superior')
  }
}

/** `engineer` or `区域经理@SD`, unless the person holds it already. */
async function holds(tx: Tx, personId: string, held: string, by: Importer): Promise<void> {
  const [name = '', code] = held.split('@').map((part) => part.trim())
  const role = roleCell(name, 'roles')
  const regionId = code ? await regionCoded(tx, code, 'roles') : null
  const inRegion = regionId === null ? isNull(personRole.regionId) : eq(personRole.regionId, regionId)
  const [already] = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, role), inRegion, isNull(personRole.toAt)))
  if (already) return
  if (by.caller) {
    if (scopeOf(by.caller.grants, 'role.grant').length === 0) refuse('caller.forbidden', { field: 'roles' })
    checkGrant(by.caller, personId, role)
  }
  await grantRole(tx, { personId, role, regionId, fromAt: by.now })
}

const regions: Write<'regions'> = async (tx, cells) => {
  const changed = await tx
    .update(region)
    .set({ name: cells.name })
    .where(eq(region.code, cells.code))
    .returning({ id: region.id })
  if (changed.length === 0) await createRegion(tx, cells)
}

const numbers: Write<'numbers'> = async (tx, cells) => {
  const number = normaliseNumber(cells.number) ?? refuse('input.phoneNumber', { field: 'number' })
  const personId = cells.person ? await personCoded(tx, cells.person, 'person') : null
  const contactId = personId ? null : await contactNamed(tx, cells.customer, cells.contact)
  const owned = personId ? eq(phoneNumber.personId, personId) : eq(phoneNumber.contactId, contactId!)
  const [already] = await tx
    .select()
    .from(phoneNumber)
    .where(and(eq(phoneNumber.number, number), owned))
  if (!already) await tx.insert(phoneNumber).values({ id: newId(), number, personId, contactId })
}

const lines: Write<'lines'> = async (tx, cells) => {
  const personId = cells.person ? await personCoded(tx, cells.person, 'person') : null
  const kind = oneOf(cells.kind, { hotline: ['热线'], direct: ['直线'] }, 'kind')
  await createLine(tx, { number: cells.number, kind, department: cells.department, personId })
}

const duty: Write<'duty'> = async (tx, cells) => {
  const number = normaliseNumber(cells.line) ?? refuse('input.phoneNumber', { field: 'line' })
  const [known] = await tx.select({ id: line.id }).from(line).where(eq(line.number, number))
  const lineId = known?.id ?? refuse('line.notFound', { field: 'line' })
  const personId = await personCoded(tx, cells.person, 'person')
  const [fromAt, toAt] = [instantCell(cells.from, 'from'), instantCell(cells.to, 'to')]
  if (toAt <= fromAt) refuse('input.period', { field: 'to' })
  await assignDuty(tx, { lineId, personId, fromAt, toAt })
}

const customers: Write<'customers'> = async (tx, cells) => {
  const regionId = cells.region ? await regionCoded(tx, cells.region, 'region') : null
  const [known] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.code, cells.code))
  const id = known?.id ?? (await createCustomer(tx, { code: cells.code, name: cells.name, regionId })).id
  if (!cells.contact) return
  const [met] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.customerId, id), eq(contact.name, cells.contact)))
  if (met) return
  const { post, address } = cells
  const all = listed(cells.numbers)
  if (all.some((number) => normaliseNumber(number) === null)) refuse('input.phoneNumber', { field: 'numbers' })
  await createContact(tx, id, { name: cells.contact, post: post || null, address: address || null, numbers: all })
}

export const writers: { [K in Kind]: Write<K> } = {
  people,
  regions,
  numbers,
  lines,
  duty,
  customers,
  projects: importProject,
  equipment: importEquipment,
  policies: importBinding,
  openings: importOpening,
  tasks: importTask,
  handovers: importHandover,
}

function emailCell(cell: string): string {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)
    ? cell
    : refuse('import.cell', { field: 'email', params: { expected: 'name@example.com' } })
}

async function personCoded(tx: Tx, code: string, field: string): Promise<string> {
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.code, code))
  return row?.id ?? refuse('person.notFound', { field })
}

async function regionCoded(tx: Tx, code: string, field: string): Promise<string> {
  const [row] = await tx.select({ id: region.id }).from(region).where(eq(region.code, code))
  return row?.id ?? refuse('region.notFound', { field })
}

async function contactNamed(tx: Tx, customerCode: string, name: string): Promise<string> {
  const [row] = await tx
    .select({ id: contact.id })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(customer.code, customerCode), eq(contact.name, name)))
  return row?.id ?? refuse('contact.notFound', { field: name ? 'contact' : 'person' })
}
