import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { policies } from '../../rules/policy/index.ts'
import { topics } from '../../rules/policy/topics.ts'
import { addDays, atTime, localDate } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { createProject } from '../customer/saveCustomer.ts'
import { bind, endBinding, type BindingScope } from '../policy/bind.ts'
import { policyBindings } from '../schema/policy.ts'
import { dateCell, oneOf } from './cells.ts'
import { customerCoded, knownProject, personCoded, projectNamed } from './found.ts'
import type { Cells, Importer } from './importFile.ts'

/** A rulebook's matter by its id or its name in either language. */
const TOPICS = Object.fromEntries(
  [...new Set(policies.flatMap((policy) => policy.topics))].map((id) => [id, [topics[id]!.zh, topics[id]!.en]]),
)

/** One project of a customer; one that stands already is left as it is. @throws Refusal */
export async function importProject(tx: Tx, cells: Cells<'projects'>): Promise<void> {
  const customerId = await customerCoded(tx, cells.customer)
  if (!(await knownProject(tx, customerId, cells.name))) await createProject(tx, { customerId, name: cells.name })
}

/**
 * Which rulebook holds for one matter of whom: of the person, the project, the customer, as far as the row names them, or
 * else of the whole company. One that holds on the row's first day is left as it is, but ends where the row says so.
 * @throws Refusal
 */
export async function importBinding(tx: Tx, cells: Cells<'policies'>, by: Importer): Promise<void> {
  const { scope, scopeId } = await whose(tx, cells)
  const { policy } = cells
  const topic = oneOf(cells.topic, TOPICS, 'topic')
  const fromOn = cells.from ? dateCell(cells.from, 'from') : localDate(by.now)
  const toOn = cells.to ? dateCell(cells.to, 'to') : undefined
  const from = atTime(fromOn, '00:00')
  const [known] = await tx
    .select({ id: policyBindings.id, toAt: policyBindings.toAt })
    .from(policyBindings)
    .where(
      and(
        ...[eq(policyBindings.policy, policy), eq(policyBindings.topic, topic), eq(policyBindings.scope, scope)],
        scopeId === null ? isNull(policyBindings.scopeId) : eq(policyBindings.scopeId, scopeId),
        lte(policyBindings.fromAt, from),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, from)),
      ),
    )
    .limit(1)
  if (!known) await bind(tx, { policy, topic, scope, scopeId, fromOn, ...(toOn && { toOn }) })
  else if (toOn && known.toAt !== atTime(addDays(toOn, 1), '00:00')) await endBinding(tx, known.id, toOn)
}

async function whose(tx: Tx, cells: Cells<'policies'>): Promise<{ scope: BindingScope; scopeId: string | null }> {
  if (cells.person) return { scope: 'person', scopeId: await personCoded(tx, cells.person, 'person') }
  if (!cells.customer) return { scope: 'company', scopeId: null }
  const customerId = await customerCoded(tx, cells.customer)
  if (!cells.project) return { scope: 'customer', scopeId: customerId }
  return { scope: 'project', scopeId: await projectNamed(tx, customerId, cells.project) }
}
