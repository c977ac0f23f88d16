import { eq } from 'drizzle-orm'
import { createCustomer } from '../../db/customer/saveCustomer.ts'
import type { Db } from '../../db/client.ts'
import { createEquipment } from '../../db/equipment/save.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { serviceTasks } from '../../tests/support/serviceTask.ts'
import { siteUnder } from '../../tests/support/site.ts'
import type { Username } from '../../tests/support/workplace.ts'

type Post = (path: string, body: unknown) => Promise<{ id: string; url?: string }>

/** A site under a rulebook of resident staff, a thing with its label, and links that customers hold. */
export async function furnishGuests(db: Db, people: Record<Username, string>, engineer: Post) {
  const now = Date.now()
  const site = await siteUnder(db, 'S4-N', [])
  await db.update(customer).set({ name: '清河人社局' }).where(eq(customer.id, site.customerId))
  await db.update(project).set({ name: '信息化运维驻场' }).where(eq(project.id, site.id))
  const { id: customerId } = await db.transaction((tx) => createCustomer(tx, { code: 'C7', name: '城南变电站' }))
  const { id, labelToken } = await db.transaction((tx) =>
    createEquipment(tx, {
      customerId,
      product: '线路保护装置',
      serialNumber: 'BH-2026-0413',
      place: '110 kV 继保室 3 屏',
    }),
  )
  const repair = { equipmentId: id, engineerId: people.engineer }
  for (const [daysAgo, work] of [
    [40, '更换电源插件，校验定值'],
    [3, '重新紧固通信插件并测试'],
  ] as const)
    await engineer('/api/repairs', { ...repair, work, repairedAt: formatInstant(now - daysAgo * DAY) })
  const played = serviceTasks(db, {
    gm: people.president,
    director: people.director,
    sales: people.deputy,
    office: people.deputy,
    engineer: people.engineer,
    customerId,
  })
  const linkTo = async (caseId: string, purpose: string) => {
    const { url } = await engineer(`/api/service-tasks/${caseId}/customer-links`, { purpose })
    return url!.slice(url!.indexOf('/c#'))
  }
  const taskId = await played.served(now)
  return {
    taskId,
    label: `/equipment/${id}/label`,
    pages: {
      'customer-appointment': await linkTo(await played.planned(now - HOUR, now + 3 * DAY), 'appointment'),
      'customer-fault': `/fault#${labelToken}`,
      'customer-rating': await linkTo(taskId, 'rating'),
      'customer-no-label': `/fault#${'A'.repeat(43)}`,
    },
  }
}
