import { z } from 'zod'
import { COMPANY, companyName } from '../../db/setting/company.ts'
import { saveSetting, settingsUnder } from '../../db/setting/setting.ts'
import { standing } from '../../db/setting/standing.ts'
import { MORNING_STEPS } from '../../rules/firstMorning/steps.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zText } from '../http/shapes.ts'

/** Under which the progress stands. */
const STEP = 'firstMorning.'

const company = route({
  method: 'get',
  path: '/api/company',
  action: 'obligation.read',
  summary: { zh: '公司名称', en: 'What the company is called' },
  response: z.object({ name: z.string().nullable() }),
  handle: async ({ db }) => ({ name: await companyName(db) }),
})

const rename = route({
  method: 'put',
  path: '/api/company',
  action: 'firstMorning.lead',
  summary: { zh: '设置公司名称', en: 'Say what the company is called' },
  body: z.strictObject({ name: zText(60) }),
  response: z.object({ name: z.string() }),
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        await saveSetting(tx, COMPANY, ctx.body.name, { personId: ctx.caller.personId, now: ctx.now })
        return ctx.body
      },
      () => ({ noun: 'setting', id: COMPANY }),
    ),
})

const progress = route({
  method: 'get',
  path: '/api/first-morning',
  action: 'firstMorning.lead',
  summary: { zh: '首日引导：已有数据与完成情况', en: 'The first morning: what stands already, which steps are done' },
  response: z.object({
    steps: z.array(z.object({ step: z.enum(MORNING_STEPS), count: z.number(), doneAt: zInstant.nullable() })),
  }),
  handle: async ({ db }) => {
    const [counts, done, named] = await Promise.all([standing(db), settingsUnder(db, STEP), companyName(db)])
    return {
      steps: MORNING_STEPS.map((step) => {
        const said = done.get(`${STEP}${step}`)
        const count = step === 'company' ? (named ? 1 : 0) : counts[step]
        return { step, count, doneAt: said?.value === true ? said.at : null }
      }),
    }
  },
})

const mark = route({
  method: 'put',
  path: '/api/first-morning/:step',
  action: 'firstMorning.lead',
  summary: { zh: '标记引导步骤已完成或重新打开', en: 'Say that a step of the first morning is done, or open it again' },
  params: z.object({ step: z.enum(MORNING_STEPS) }),
  body: z.strictObject({ done: z.boolean() }),
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const by = { personId: ctx.caller.personId, now: ctx.now }
        await saveSetting(tx, `${STEP}${ctx.params.step}`, ctx.body.done, by)
        return undefined
      },
      () => ({ noun: 'setting', id: `${STEP}${ctx.params.step}` }),
    ),
})

export const firstMorningRoutes = [company, rename, progress, mark]
