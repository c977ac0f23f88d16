import { eq, inArray, sql } from 'drizzle-orm'
import { isUsername } from '../../rules/person/username.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { authAccount, authSession, authUser } from '../schema/auth.ts'
import { person } from '../schema/person.ts'
import { checkPassword, hashPassword } from './password.ts'

/** Gives a person a user name and a password to sign in with. @throws Refusal */
export async function createAccount(
  tx: Tx,
  account: { personId: string; username: string; password: string },
): Promise<{ userId: string; username: string }> {
  if (!isUsername(account.username)) refuse('account.badName', { field: 'username' })
  checkPassword(account.password)
  const [owner] = await tx.select({ name: person.name }).from(person).where(eq(person.id, account.personId))
  if (!owner) return refuse('person.notFound', { field: 'personId' })
  const userId = newId()
  const username = account.username.toLowerCase()
  const [user] = await tx
    .insert(authUser)
    // The sign-in library wants an e-mail of its own; nobody is ever written to there.
    .values({
      id: userId,
      name: owner.name,
      email: `${userId}@account.invalid`,
      username,
      displayUsername: account.username,
      personId: account.personId,
    })
    .onConflictDoNothing({ target: authUser.username })
    .returning({ id: authUser.id })
  if (!user) return refuse('account.taken', { field: 'username' })
  const password = await hashPassword(account.password)
  await tx.insert(authAccount).values({ id: newId(), userId, accountId: userId, providerId: 'credential', password })
  return { userId, username }
}

/** Sets a new password and ends every session, except the one named. @throws Refusal `account.notFound` */
export async function setPassword(tx: Tx, userId: string, password: string, keepSessionId?: string): Promise<void> {
  checkPassword(password)
  const changed = await tx
    .update(authAccount)
    .set({ password: await hashPassword(password), updatedAt: new Date() })
    .where(eq(authAccount.userId, userId))
    .returning({ id: authAccount.id })
  if (changed.length === 0) refuse('account.notFound')
  await tx
    .delete(authSession)
    .where(sql`${authSession.userId} = ${userId} and ${authSession.id} is distinct from ${keepSessionId ?? null}`)
}

/** The stored hash of a user's password. */
export async function passwordHashOf(tx: Tx | Db, userId: string): Promise<string | undefined> {
  const [row] = await tx.select({ hash: authAccount.password }).from(authAccount).where(eq(authAccount.userId, userId))
  return row?.hash ?? undefined
}

/** The user of that name, written in any case. @throws Refusal `account.notFound` */
export async function userNamed(tx: Tx | Db, username: string): Promise<{ id: string; personId: string }> {
  const [user] = await tx
    .select({ id: authUser.id, personId: authUser.personId })
    .from(authUser)
    .where(eq(authUser.username, username.toLowerCase()))
  return user ?? refuse('account.notFound', { field: 'username' })
}

/** What a person signs in as; null where they have no account. @throws Refusal `person.notFound` */
export async function usernameOf(tx: Tx | Db, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ username: authUser.username })
    .from(person)
    .leftJoin(authUser, eq(authUser.personId, person.id))
    .where(eq(person.id, personId))
  return row ? row.username : refuse('person.notFound')
}

/** Signs a person out everywhere at once. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  const users = tx.select({ id: authUser.id }).from(authUser).where(eq(authUser.personId, personId))
  await tx.delete(authSession).where(inArray(authSession.userId, users))
}
