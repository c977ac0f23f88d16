import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { createAccount } from '../../db/auth/account.ts'
import { addSource } from '../../db/call/source.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { contact, customer, phoneNumber, project } from '../../db/schema/customer.ts'
import { dutyRoster, line, person, personRole } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { DAY } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { bindHurriedPolicies } from './policy.ts'

/** The people of the demo department: role and superior. */
const CAST = {
  gm: { name: '演示·总经理', role: 'centreGm' },
  companyGm: { name: '演示·公司总经理', role: 'companyGm' },
  deputy: { name: '演示·副总经理', role: 'centreDeputyGm', superior: 'gm' },
  director: { name: '演示·服务主管', role: 'serviceDirector', superior: 'deputy' },
  lead: { name: '演示·技术服务经理', role: 'technicalServiceManager', superior: 'deputy' },
  regional: { name: '演示·大区经理', role: 'regionalManager', superior: 'lead' },
  office: { name: '演示·办事处主任', role: 'officeDirector', superior: 'regional' },
  supportManager: { name: '演示·技术支持经理', role: 'technicalSupportManager', superior: 'deputy' },
  support: { name: '演示·支持工程师', role: 'technicalSupportEngineer', superior: 'supportManager' },
  taker: { name: '演示·接线人', role: 'callTaker', superior: 'lead' },
  engineer: { name: '演示·工程师', role: 'engineer', superior: 'director' },
  contractor: { name: '演示·承包方项目经理', role: 'contractorPm', kind: 'contractor' },
  information: { name: '演示·甲方信息科', role: 'clientInformation', kind: 'client' },
  leaving: { name: '演示·离场人员', role: 'engineer', superior: 'director' },
  coming: { name: '演示·接替人员', role: 'engineer', superior: 'director' },
} as const satisfies Record<string, { name: string; role: Role; superior?: string; kind?: 'client' | 'contractor' }>

export type Part = keyof typeof CAST

export interface Stage {
  sample: string
  ids: Record<Part, string>
  /** User name of a part, and the one password of this run. */
  login: (part: Part) => { username: string; password: string }
  hotline: string
  number: string
  customerId: string
  projectId: string
  source: { name: string; secret: string }
}

const digits = () => String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, '0')

/** Sets up a department of its own for one demo run; every row of it is marked with the run's name. */
export async function setStage(db: Db, now: number): Promise<Stage> {
  const sample = `demo-${randomBytes(4).toString('hex')}`
  const ids = Object.fromEntries(Object.keys(CAST).map((part) => [part, newId()])) as Record<Part, string>
  const [customerId, projectId, contactId, lineId] = [newId(), newId(), newId(), newId()]
  const [hotline, number] = [`+86400${digits().slice(1)}`, `+86139${digits()}`]
  const password = randomBytes(18).toString('base64url')
  for (const [part, one] of Object.entries(CAST)) {
    const kind = 'kind' in one ? one.kind : 'staff'
    await db.insert(person).values({ id: ids[part as Part], code: `${sample}-${part}`, name: one.name, kind, sample })
  }
  for (const [part, one] of Object.entries(CAST)) {
    const personId = ids[part as Part]
    if ('superior' in one) await db.update(person).set({ superiorId: ids[one.superior] }).where(eq(person.id, personId))
    await db.insert(personRole).values({ id: newId(), personId, role: one.role, fromAt: 0 })
    const username = `${sample}.${part}`
    await db.transaction((tx) => createAccount(tx, { personId, username, password }))
  }
  await db.insert(line).values({ id: lineId, number: hotline, kind: 'hotline', department: '演示热线', sample })
  await db.insert(dutyRoster).values({ id: newId(), lineId, personId: ids.taker, fromAt: now - DAY, toAt: now + DAY })
  await db.insert(customer).values({ id: customerId, code: sample, name: '演示供电公司', sample })
  await db.insert(contact).values({ id: contactId, customerId, name: '演示客户' })
  await db.insert(phoneNumber).values({ id: newId(), number, contactId })
  await db.insert(project).values({ id: projectId, customerId, name: '演示驻场项目', sample })
  for (const part of ['contractor', 'information', 'leaving', 'coming'] as const)
    await db.insert(projectMember).values({ projectId, personId: ids[part] })
  await db
    .insert(policyBindings)
    .values({ policy: 'S4-N', topic: 'staffChange', scope: 'project', scopeId: projectId, fromAt: 0, sample })
  await bindHurriedPolicies(db, sample, customerId)
  const name = `${sample}-pbx`
  const { secret } = await db.transaction((tx) => addSource(tx, name, sample))
  const login = (part: Part) => ({ username: `${sample}.${part}`, password })
  return { sample, ids, login, hotline, number, customerId, projectId, source: { name, secret } }
}
