import { DAY, HOUR, type Instant } from '../../rules/instant.ts'
import { addDays, atTime, localDate } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { createContact, createCustomer, createProject } from '../customer/saveCustomer.ts'
import { recordRepair } from '../equipment/recordRepair.ts'
import { createEquipment } from '../equipment/save.ts'
import { declareAbsence } from '../person/absences.ts'
import { assignDuty, createLine } from '../person/duty.ts'
import { createRegion } from '../person/regions.ts'
import { grantRole } from '../person/roles.ts'
import { createPerson } from '../person/savePerson.ts'
import { bind } from '../policy/bind.ts'
import { addMember } from '../staffChange/members.ts'
import { CAST, CUSTOMERS, EQUIPMENT, HOTLINE, parts, REPAIRS, type PartName } from './cast.ts'

/** The sample department as it stands: who, which line, which customers. */
export interface Department {
  sample: string
  people: Record<PartName, string>
  lineId: string
  customerIds: string[]
  project: { id: string; customerId: string; regionId: string; sample: string }
}

/** How long the sample's people have been there, and how far ahead its roster goes, in days. */
const PAST = 120
const AHEAD = 30

/**
 * Enters the sample's region, in which alone its people have their posts, its people, line, roster, customers, project and
 * equipment with its repairs, each row marked as the sample's or hanging on one that is.
 */
export async function furnishRegister(tx: Tx, sample: string, now: Instant): Promise<Department> {
  const { id: regionId } = await createRegion(tx, { code: 'SAMPLE', name: '示例区域', sample })
  const people = {} as Record<PartName, string>
  for (const [part, { name, role, superior, kind = 'staff', number }] of parts) {
    const superiorId = superior ? people[superior as PartName] : null
    const code = `SAMPLE-${part}`
    people[part] = await createPerson(tx, {
      code,
      name,
      kind,
      superiorId,
      sample,
      regionIds: [regionId],
      ...(number && { numbers: [number] }),
    })
    await grantRole(tx, { personId: people[part], role, regionId, fromAt: now - PAST * DAY })
  }
  const { id: lineId } = await createLine(tx, { number: HOTLINE, kind: 'hotline', department: '示例热线', sample })
  await fillRoster(tx, lineId, people, now)
  const customerIds: string[] = []
  for (const { code, name, contact, post, number } of CUSTOMERS) {
    const { id } = await createCustomer(tx, { code, name, regionId, sample })
    await createContact(tx, id, { name: contact, post, numbers: [number] })
    customerIds.push(id)
  }
  const customerId = customerIds[0]!
  const things: string[] = []
  for (const one of EQUIPMENT) things.push((await createEquipment(tx, { customerId, ...one })).id)
  for (const { thing, by, daysAgo, work } of REPAIRS) {
    const repair = { equipmentId: things[thing]!, engineerId: people[by], repairedAt: now - daysAgo * DAY, work }
    await recordRepair(tx, { ...repair, byId: people.taker }, [regionId], now)
  }
  const { id } = await createProject(tx, { customerId, name: '示例·调度自动化驻场', sample })
  const fromOn = addDays(localDate(now), -PAST)
  await bind(tx, { policy: 'S4-N', topic: 'staffChange', scope: 'project', scopeId: id, fromOn })
  for (const part of ['contractor', 'information'] as const)
    await addMember(tx, { projectId: id, personId: people[part] })
  await declareAbsence(tx, { personId: people.second, kind: 'leave', fromAt: now - HOUR, toAt: now + 2 * DAY }, now)
  return { sample, people, lineId, customerIds, project: { id, customerId, regionId, sample } }
}

/** By day the call taker, from six in the evening the night's, day after day. */
async function fillRoster(tx: Tx, lineId: string, people: Department['people'], now: Instant): Promise<void> {
  for (let n = -7; n < AHEAD; n++) {
    const on = addDays(localDate(now), n)
    const [dayAt, nightAt, endAt] = [atTime(on, '08:00'), atTime(on, '18:00'), atTime(addDays(on, 1), '08:00')]
    await assignDuty(tx, { lineId, personId: people.taker, fromAt: dayAt, toAt: nightAt })
    await assignDuty(tx, { lineId, personId: people.night, fromAt: nightAt, toAt: endAt })
  }
}

/**
 * Who of the cast can sign in to look around: nobody who hands out roles, changes rules or waives what others owe, though
 * their rights end at the sample's borders anyway.
 */
export const signsIn = (part: PartName): boolean => !('kind' in CAST[part]) && !['president', 'gm'].includes(part)
