import { count, sql } from 'drizzle-orm'
import type { Instant } from '../rules/instant.ts'
import { roles } from '../rules/roles.ts'
import { audit } from './audit.ts'
import { createAccount } from './auth/account.ts'
import { randomPassword } from './auth/password.ts'
import type { Db } from './client.ts'
import { newId } from './id.ts'
import { authUser } from './schema/auth.ts'
import { person, personRole } from './schema/person.ts'

const FIRST_RUN_LOCK = 7_221_002
export const ADMIN = 'admin'

/**
 * Makes the administrator on the first start. Returns the lines to show once (the password is nowhere else), none on a
 * later start. Several processes may call it at once.
 */
export async function firstRun(db: Db, at: Instant): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_RUN_LOCK})`)
    const [users] = await tx.select({ count: count() }).from(authUser)
    if (users && users.count > 0) return []
    const personId = newId()
    const password = randomPassword()
    await tx.insert(person).values({ id: personId, code: ADMIN, name: roles.admin.zh, kind: 'service' })
    await tx.insert(personRole).values({ id: newId(), personId, role: 'admin', fromAt: at })
    await createAccount(tx, { personId, username: ADMIN, password })
    await audit(tx, {
      at,
      personId: null,
      door: 'console',
      action: 'account.create',
      noun: 'person',
      subjectId: personId,
    })
    return [
      `首次登录 / first sign-in:  ${ADMIN}  ${password}`,
      '此密码只显示一次；重设 / shown once; to reset:  npm run reset-password -- admin',
    ]
  })
}
