import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import { localDate } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { createProject } from '../customer/saveCustomer.ts'
import { bind, type BindingScope } from '../policy/bind.ts'
import { customer, project } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import { policyBindings } from '../schema/policy.ts'
import { dateCell } from './cells.ts'
import type { columns } from './columns.ts'
import type { Importer } from './importFile.ts'

type Cells<K extends keyof typeof columns> = Record<keyof (typeof columns)[K], string>

/** One project of a customer; one that stands already is left as it is. @throws Refusal */
export async function importProject(tx: Tx, cells: Cells<'projects'>): Promise<void> {
  const customerId = await customerCoded(tx, cells.customer)
  if (!(await projectNamed(tx, customerId, cells.name))) await createProject(tx, { customerId, name: cells.name })
}

/**
 * Which rulebook holds for one matter of whom: of the person, the project, the customer, as far as the row names them, or
 * else of the whole company. A binding that stands is left as it is. @throws Refusal
 */
export async function importBinding(tx: Tx, cells: Cells<'policies'>, by: Importer): Promise<void> {
  const { scope, scopeId } = await whose(tx, cells)
  const { policy, topic } = cells
  const id = scopeId === null ? isNull(policyBindings.scopeId) : eq(policyBindings.scopeId, scopeId)
  const [known] = await tx
    .select({ id: policyBindings.id })
    .from(policyBindings)
    .where(and(eq(policyBindings.policy, policy), eq(policyBindings.topic, topic), eq(policyBindings.scope, scope), id))
  if (known) return
  const fromOn = cells.from ? dateCell(cells.from, 'from') : localDate(by.now)
  await bind(tx, { policy, topic, scope, scopeId, fromOn, ...(cells.to && { toOn: dateCell(cells.to, 'to') }) })
}

async function whose(tx: Tx, cells: Cells<'policies'>): Promise<{ scope: BindingScope; scopeId: string | null }> {
  if (cells.person) {
    const [one] = await tx.select({ id: person.id }).from(person).where(eq(person.code, cells.person))
    return { scope: 'person', scopeId: one?.id ?? refuse('person.notFound', { field: 'person' }) }
  }
  if (!cells.customer) return { scope: 'company', scopeId: null }
  const customerId = await customerCoded(tx, cells.customer)
  if (!cells.project) return { scope: 'customer', scopeId: customerId }
  const projectId = await projectNamed(tx, customerId, cells.project)
  return { scope: 'project', scopeId: projectId ?? refuse('project.unknown', { field: 'project' }) }
}

async function customerCoded(tx: Tx, code: string): Promise<string> {
  const [found] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.code, code))
  return found?.id ?? refuse('customer.notFound', { field: 'customer' })
}

async function projectNamed(tx: Tx, customerId: string, name: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.customerId, customerId), eq(project.name, name)))
  return found?.id
}
