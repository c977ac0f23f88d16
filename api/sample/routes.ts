import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { loadSample, sampleAccounts, sampleStands } from '../../db/sample/load.ts'
import { removeSample } from '../../db/sample/remove.ts'
import { roleIds } from '../../rules/roles.ts'
import { SAMPLE } from '../../rules/sample/sample.ts'
import { route } from '../http/route.ts'
import { procedures } from '../procedures.ts'

export const state = route({
  method: 'get',
  path: '/api/sample',
  action: 'sample.load',
  summary: {
    zh: '示例部门是否已载入，可用哪些账号登录',
    en: 'Whether the sample department is there, and who can sign in to look around',
  },
  response: z.object({
    loaded: z.boolean(),
    accounts: z.array(z.object({ username: z.string(), name: z.string(), role: z.enum(roleIds) })),
  }),
  handle: async ({ db }) => ({ loaded: await db.transaction(sampleStands), accounts: await sampleAccounts(db) }),
})

const load = route({
  method: 'post',
  path: '/api/sample',
  action: 'sample.load',
  // The answer holds a password, which is kept nowhere, so it is no answer to be stored under a key.
  outside: true,
  summary: { zh: '载入示例部门（密码只显示一次）', en: 'Load the sample department; its password is shown once' },
  body: z.strictObject({ confirmed: z.literal(true) }),
  response: z.object({
    cases: z.number(),
    password: z.string(),
  }),
  handle: async ({ db, now, caller, requestId, services }) => {
    const { caseIds, ...loaded } = await db.transaction(async (tx) => {
      const done = await loadSample(tx, procedures, now)
      const facts = { at: now, personId: caller.personId, door: 'api', requestId }
      await audit(tx, { ...facts, action: 'sample.load', noun: 'sample', subjectId: SAMPLE })
      return done
    })
    services.poke(caseIds)
    return { cases: caseIds.length, ...loaded }
  },
})

const remove = route({
  method: 'delete',
  path: '/api/sample',
  action: 'sample.load',
  summary: {
    zh: '清除示例部门及其产生的一切',
    en: 'Throw the sample department away, with everything it made',
  },
  response: z.object({ cases: z.number() }),
  handle: (ctx) => {
    let gone: string[] = []
    ctx.afterCommit(() => ctx.services.pokeGone(gone))
    return ctx.write(
      async (tx) => {
        gone = (await removeSample(tx, SAMPLE)).map(({ id }) => id)
        return { cases: gone.length }
      },
      () => ({ noun: 'sample', id: SAMPLE }),
    )
  },
})

export const sampleRoutes = [state, load, remove]
