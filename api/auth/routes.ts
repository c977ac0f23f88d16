import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { createAccount, passwordHashOf, setPassword, usernameOf, userNamed } from '../../db/auth/account.ts'
import { openAccounts } from '../../db/auth/openAccounts.ts'
import { randomPassword, verifyPassword } from '../../db/auth/password.ts'
import { whoIs } from '../../db/auth/whoIs.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { refuse } from '../../rules/problem.ts'
import { roleIds } from '../../rules/roles.ts'
import { route } from '../http/route.ts'
import { byId } from '../http/shapes.ts'
import { accountsFile, accountsXlsx } from './accountsFile.ts'

const grants = z.array(
  z.object({
    role: z.enum(roleIds),
    regionId: z.string().nullable(),
    forPersonId: z.string().optional().describe('whose role it is, where it is lent for a time'),
    sample: z.literal(true).optional().describe('held in the sample department'),
  }),
)

const signIn = route({
  method: 'post',
  path: '/api/session',
  action: 'public',
  outside: true,
  limit: 'signIn',
  status: 201,
  summary: { zh: '登录', en: 'Sign in' },
  body: z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1_000) }),
  response: z.object({ token: z.string().describe('Authorization: Bearer …'), personId: z.string() }),
  handle: async (ctx) => {
    const signedIn = await ctx.services.auth.signIn(ctx.body.username, ctx.body.password, ctx.headers)
    ctx.setHeader('Set-Cookie', signedIn.cookies)
    const { personId } = signedIn
    await audit(ctx.db, { at: ctx.now, personId, door: 'api', action: 'session.begin', requestId: ctx.requestId })
    return signedIn
  },
})

const signOut = route({
  method: 'delete',
  path: '/api/session',
  action: 'account.own',
  outside: true,
  summary: { zh: '退出登录', en: 'Sign out' },
  handle: async (ctx) => {
    ctx.setHeader('Set-Cookie', await ctx.services.auth.signOut(ctx.headers))
    return undefined
  },
})

const me = route({
  method: 'get',
  path: '/api/me',
  action: 'account.own',
  summary: { zh: '当前账号与岗位', en: 'Who I am, and my roles' },
  response: z.object({ personId: z.string(), username: z.string(), name: z.string(), grants }),
  handle: async (ctx) => {
    const found = (await whoIs(ctx.db, ctx.caller.userId)) ?? refuse('account.notFound')
    return { ...found, grants: [...ctx.caller.grants] }
  },
})

const changePassword = route({
  method: 'put',
  path: '/api/me/password',
  action: 'account.own',
  limit: 'signIn',
  summary: { zh: '修改本人密码，其他登录随即失效', en: 'Change my password; my other sessions end' },
  body: z.strictObject({ current: z.string().max(1_000), password: z.string().max(1_000) }),
  handle: (ctx) =>
    ctx.write(async (tx) => {
      const { userId, sessionId } = ctx.caller
      const hash = await passwordHashOf(tx, userId)
      if (!hash || !(await verifyPassword(hash, ctx.body.current))) refuse('caller.wrongPassword', { field: 'current' })
      await setPassword(tx, userId, ctx.body.password, sessionId)
      return undefined
    }),
})

const newAccount = route({
  method: 'post',
  path: '/api/accounts',
  action: 'account.create',
  status: 201,
  summary: { zh: '为人员开通账号', en: 'Give a person an account' },
  body: z.strictObject({ personId: z.string(), username: z.string(), password: z.string() }),
  response: z.object({ userId: z.string(), username: z.string() }),
  handle: (ctx) =>
    ctx.write(
      (tx) => createAccount(tx, ctx.body),
      () => ({ noun: 'person', id: ctx.body.personId }),
    ),
})

const account = route({
  method: 'get',
  path: '/api/people/:id/account',
  action: 'account.create',
  summary: { zh: '人员的账号', en: 'The account somebody signs in with' },
  params: byId,
  response: z.object({ username: z.string().nullable() }),
  handle: async (ctx) => ({ username: await usernameOf(ctx.db, ctx.params.id) }),
})

const resetPassword = route({
  method: 'post',
  path: '/api/accounts/reset',
  action: 'account.reset',
  summary: { zh: '重设密码（新密码只显示一次）', en: 'Reset a password; the new one is shown once' },
  body: z.strictObject({ username: z.string() }),
  response: z.object({ password: z.string() }),
  // Its answer is a password, so it is not kept for replay.
  outside: true,
  handle: async (ctx) => {
    const password = randomPassword()
    await ctx.db.transaction(async (tx) => {
      const user = await userNamed(tx, ctx.body.username)
      await setPassword(tx, user.id, password)
      const facts = { at: ctx.now, door: 'api', action: 'account.reset', requestId: ctx.requestId }
      await audit(tx, { ...facts, personId: ctx.caller.personId, noun: 'person', subjectId: user.personId })
    })
    return { password }
  },
})

const openMissing = route({
  method: 'post',
  path: '/api/accounts/missing',
  action: 'account.create',
  summary: {
    zh: '为没有账号的在职人员批量开通，初始密码随文件只给一次',
    en: 'Open an account for everybody at work who has none; the file with the first passwords is given once',
  },
  response: 'file',
  // Its answer holds passwords, so it is not kept for replay.
  outside: true,
  handle: async (ctx) => {
    const opened = await ctx.db.transaction(async (tx) => {
      const accounts = await openAccounts(tx)
      const facts = { at: ctx.now, door: 'api', action: 'account.create', requestId: ctx.requestId }
      const written = accounts.filter(({ username }) => username !== null).length
      await audit(tx, { ...facts, personId: ctx.caller.personId, noun: 'account', detail: { written } })
      return accounts
    })
    return { bytes: await accountsXlsx(opened, ctx.language), mediaType: XLSX, name: accountsFile(ctx.language) }
  },
})

export const authRoutes = [signIn, signOut, me, changePassword, newAccount, openMissing, account, resetPassword]
