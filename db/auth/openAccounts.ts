import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { isUsername } from '../../rules/person/username.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { authUser } from '../schema/auth.ts'
import { person } from '../schema/person.ts'
import { createAccount } from './account.ts'
import { randomPassword } from './password.ts'

/** House limit: how many passwords are made in one go; each costs some hundredths of a second on purpose. */
export const AT_ONCE = 200

export interface Opened {
  code: string
  name: string
  /** Null where no user name can be made of the code, or somebody else has it. */
  username: string | null
  password: string | null
}

/**
 * Opens an account for each person at work who has none, up to `AT_ONCE`, the lowest code first: the user name is their code in
 * small letters, the password is at random and nowhere kept in the clear. Samples have accounts of their own.
 * @throws Refusal `account.noneMissing`
 */
export async function openAccounts(tx: Tx): Promise<Opened[]> {
  const missing = await tx
    .select({ id: person.id, code: person.code, name: person.name })
    .from(person)
    .leftJoin(authUser, eq(authUser.personId, person.id))
    .where(and(isNull(authUser.id), isNull(person.sample), eq(person.active, true), ne(person.kind, 'service')))
    .orderBy(asc(person.code))
    .limit(AT_ONCE)
  if (missing.length === 0) refuse('account.noneMissing')
  const opened: Opened[] = []
  for (const { id, code, name } of missing) {
    const username = code.toLowerCase().replaceAll(/[^\p{L}\p{N}_.-]/gu, '-')
    const password = randomPassword()
    opened.push(
      (await opens(tx, id, username, password)) ? { code, name, username, password } : { code, name, ...NONE },
    )
  }
  return opened
}

const NONE = { username: null, password: null }

async function opens(tx: Tx, personId: string, username: string, password: string): Promise<boolean> {
  if (!isUsername(username)) return false
  const [taken] = await tx.select({ id: authUser.id }).from(authUser).where(eq(authUser.username, username))
  if (taken) return false
  await createAccount(tx, { personId, username, password })
  return true
}
