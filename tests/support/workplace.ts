import { hashPassword } from '../../db/auth/password.ts'
import { addSource } from '../../db/call/source.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { authAccount, authUser } from '../../db/schema/auth.ts'
import { roleIds, type Role } from '../../rules/roles.ts'
import { PASSWORD } from './api.ts'
import { customerOf, department, hotline, type Member } from './department.ts'

export { PASSWORD }

export const HOTLINE = '+864008001234'
export const CALLER = '+8613900000001'

/** Everybody of the department, by the name they sign in with; the one who sees most first. */
export const members = {
  deputy: { role: 'centreDeputyGm', superior: 'gm', email: 'deputy@example.com' },
  gm: { role: 'centreGm' },
  manager: { role: 'technicalSupportManager', superior: 'deputy', email: 'manager@example.com' },
  service: { role: 'technicalServiceManager', superior: 'deputy', email: 'service@example.com' },
  region: { role: 'regionalManager', superior: 'deputy', email: 'region@example.com' },
  office: { role: 'officeDirector', superior: 'region' },
  taker: { role: 'callTaker', superior: 'service', number: HOTLINE },
  support: { role: 'technicalSupportEngineer', superior: 'manager', email: 'support@example.com' },
  engineer: { role: 'engineer', superior: 'region' },
  director: { role: 'serviceDirector', superior: 'gm' },
  hr: { role: 'hrSpecialist', superior: 'gm' },
  finance: { role: 'finance' },
  president: { role: 'companyGm' },
  sysadmin: { role: 'admin' },
} as const satisfies Record<string, Member>
export type Username = keyof typeof members

/** Made to take its time, so it is made once for all. */
let passwordHash: Promise<string> | undefined

/** Accounts with the one password of the tests; user names are what the people go by here, in small letters. */
export async function accountsOf(db: Db, people: Readonly<Record<string, string>>): Promise<void> {
  const password = await (passwordHash ??= hashPassword(PASSWORD))
  const users = Object.entries(people).map(([name, personId]) => {
    const id = newId()
    const username = name.toLowerCase()
    return { id, name, email: `${id}@account.invalid`, username, displayUsername: name, personId }
  })
  await db.insert(authUser).values(users)
  await db
    .insert(authAccount)
    .values(users.map(({ id }) => ({ id: newId(), userId: id, accountId: id, providerId: 'credential', password })))
}

/** Those who lead others, and whom they answer to; everybody else of the company answers to the deputy of the centre. */
const superiors: Partial<Record<Role, Role>> = {
  viceGm: 'companyGm',
  centreGm: 'companyGm',
  centreDeputyGm: 'centreGm',
  engineer: 'serviceSupervisor',
}

function bearerOf(role: Role): Member {
  if (role.startsWith('client')) return { role, kind: 'client' }
  if (role === 'contractorPm') return { role, kind: 'contractor' }
  return { role, superior: role === 'companyGm' ? undefined : (superiors[role] ?? 'centreDeputyGm') }
}

/** One person of every role, who can sign in by its name. */
export async function everyRole(db: Db): Promise<Record<Role, string>> {
  const bearers = Object.fromEntries(roleIds.map((role) => [role, bearerOf(role)])) as Record<Role, Member>
  const people = await department<Role>(db, bearers)
  await accountsOf(db, people)
  return people
}

/** A department whose people can sign in: by the key they go by here. */
export async function workplaceOf(db: Db, origin: string) {
  const people = await department<Username>(db, members)
  await accountsOf(db, people)
  await hotline(db, HOTLINE, [people.taker])
  await customerOf(db, CALLER)
  const { secret } = await db.transaction((tx) => addSource(tx, 'pbx'))

  /** Events of one call as a telephone system sends them. */
  async function telephone(from: string, events: readonly Record<string, unknown>[], callId = `c${from}${Date.now()}`) {
    const body = JSON.stringify(events.map((event) => ({ callId, from, to: HOTLINE, direction: 'in', ...event })))
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` }
    const answer = await fetch(`${origin}/hooks/telephony/pbx`, { method: 'POST', headers, body })
    if (answer.status !== 202) throw new Error(`the hook answered ${answer.status}: ${await answer.text()}`)
  }
  const missed = (from: string) => telephone(from, [{ event: 'newCall' }, { event: 'hangup', cause: 'cancel' }])
  return { people, missed, telephone }
}
