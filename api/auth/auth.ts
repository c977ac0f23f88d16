import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { fromNodeHeaders } from 'better-auth/node'
import { bearer, username } from 'better-auth/plugins'
import type { IncomingHttpHeaders } from 'node:http'
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from '../../db/auth/password.ts'
import { secretOf } from '../../db/auth/secret.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { whoIs } from '../../db/auth/whoIs.ts'
import { grantsAt } from '../../db/person/grantsAt.ts'
import { authAccount, authSession, authUser, authVerification } from '../../db/schema/auth.ts'
import type { Instant } from '../../rules/instant.ts'
import { DAY, SECOND } from '../../rules/instant.ts'
import { isUsername, USERNAME_LENGTH } from '../../rules/person/username.ts'
import { refuse } from '../../rules/problem.ts'
import type { Caller } from '../http/route.ts'

/** House rule: a session lasts seven days, and no longer for being used. */
const SESSION = (7 * DAY) / SECOND

export interface AuthOptions {
  /** Signs the sessions; without it one is made once and kept in the database. */
  secret?: string
  /** Send the cookie over HTTPS only: for a house behind a TLS proxy. */
  secureCookies?: boolean
}

export interface Auth {
  callerOf(headers: IncomingHttpHeaders, now: Instant): Promise<Caller | null>
  /** @throws Refusal `caller.wrongPassword`, the same for an unknown name. */
  signIn(name: string, password: string, headers: IncomingHttpHeaders): Promise<SignedIn>
  /** Ends the session of these headers; the cookies that clear it. */
  signOut(headers: IncomingHttpHeaders): Promise<string[]>
}

export interface SignedIn {
  /** For `Authorization: Bearer …`, signed. */
  token: string
  cookies: string[]
  personId: string
}

/** Sign-in by user name and password, sessions in Postgres, no public sign-up. */
export async function createAuth(db: Db, options: AuthOptions = {}): Promise<Auth> {
  const auth = library(db, options.secret ?? (await secretOf(db, 'session')), options.secureCookies ?? false)
  return {
    async callerOf(headers, now) {
      if (!headers.cookie && !headers.authorization) return null
      const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) }).catch(busy)
      if (!found) return null
      const { personId } = found.user
      const [user, grants] = await Promise.all([whoIs(db, found.user.id), grantsAt(db, personId, now)])
      if (!user?.active) return null
      return { userId: found.user.id, sessionId: found.session.id, personId, grants }
    },
    async signIn(name, password, headers) {
      try {
        const { response, headers: set } = await auth.api.signInUsername({
          body: { username: name, password },
          headers: fromNodeHeaders(headers),
          returnHeaders: true,
        })
        const token = set.get('set-auth-token')
        if (!token) throw new Error('the session has no token')
        const user = await whoIs(db, response.user.id)
        if (!user?.active) return refuse('caller.wrongPassword')
        return { token, cookies: set.getSetCookie(), personId: user.personId }
      } catch (error) {
        return error instanceof APIError && error.statusCode < 500 ? refuse('caller.wrongPassword') : busy(error)
      }
    },
    async signOut(headers) {
      const { headers: set } = await auth.api.signOut({ headers: fromNodeHeaders(headers), returnHeaders: true })
      return set.getSetCookie()
    },
  }
}

/** The library tells of a database that is away as of a failure of its own. */
function busy(error: unknown): never {
  if (error instanceof APIError && error.statusCode >= 500) refuse('server.busy')
  throw error
}

function library(db: Db, secret: string, secureCookies: boolean) {
  return betterAuth({
    // Its own HTTP handler is not mounted, so this address is never used.
    baseURL: 'http://127.0.0.1',
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
    }),
    user: { additionalFields: { personId: { type: 'string', required: true, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: SESSION, disableSessionRefresh: true },
    plugins: [
      username({
        minUsernameLength: USERNAME_LENGTH.min,
        maxUsernameLength: USERNAME_LENGTH.max,
        usernameValidator: isUsername,
      }),
      bearer({ requireSignature: true }),
    ],
    advanced: {
      cookiePrefix: 'shouyue',
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
