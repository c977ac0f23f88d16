import { createAccount } from '../../db/auth/account.ts'
import { addSource } from '../../db/call/source.ts'
import type { Db } from '../../db/client.ts'
import { customerOf, department, hotline, type Member } from './department.ts'

export const HOTLINE = '+864008001234'
export const CALLER = '+8613900000001'
export const PASSWORD = 'correct horse battery'

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

/** A department whose people can sign in: by the key they go by here. */
export async function workplaceOf(db: Db, origin: string) {
  const people = await department<Username>(db, members)
  await db.transaction(async (tx) => {
    for (const [username, personId] of Object.entries(people))
      await createAccount(tx, { personId, username, password: PASSWORD })
  })
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
