import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { bindProject } from '../../db/policy/bind.ts'
import { customer, project } from '../../db/schema/customer.ts'

/** A customer's project that a rulebook was bound to for a matter, long ago. */
export async function boundProject(db: Db, policy: string, topic: string): Promise<string> {
  const [id, customerId] = [newId(), newId()]
  await db.insert(customer).values({ id: customerId, code: customerId, name: '㴨水供电公司' })
  await db.insert(project).values({ id, customerId, name: '驻场项目' })
  await db.transaction((tx) => bindProject(tx, { projectId: id, policy, topic, fromOn: '2020-01-01' }))
  return id
}
