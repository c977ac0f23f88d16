import type { Db } from '../../db/client.ts'
import { addAttachment } from '../../db/attachment/attach.ts'
import { newId } from '../../db/id.ts'
import { bindProject } from '../../db/policy/bind.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { projectMember } from '../../db/schema/staffChange.ts'

/** A customer's project under a rulebook of resident staff since 2026 began, with its members. */
export async function siteUnder(db: Db, policy: string, memberIds: readonly string[], regionId?: string) {
  const [customerId, id] = [newId(), newId()]
  await db.insert(customer).values({ id: customerId, code: customerId, name: '㴨水人社局', regionId })
  await db.insert(project).values({ id, customerId, name: '信息化运维' })
  for (const personId of memberIds) await db.insert(projectMember).values({ projectId: id, personId })
  await db.transaction((tx) => bindProject(tx, { projectId: id, policy, topic: 'staffChange', fromOn: '2025-01-01' }))
  return { id, customerId, regionId: regionId ?? null, sample: null }
}

/** A small PDF of somebody's, as `addAttachment` keeps it. Returns its id. */
export async function paperOf(db: Db, sentById: string, at = Date.now()): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7 ${newId()}`)
  const paper = { name: '证书.pdf', mediaType: 'application/pdf' as const, bytes, sentById }
  return (await db.transaction((tx) => addAttachment(tx, paper, at))).id
}
