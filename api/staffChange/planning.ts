import { z } from 'zod'
import { projectInReach, reachOf } from '../../db/staffChange/reach.ts'
import { candidatesFor, sitesOf } from '../../db/staffChange/sites.ts'
import { checkChange, previewChange } from '../../db/staffChange/start.ts'
import { WAIVABLE } from '../../rules/staffChange/change.ts'
import { DAY_TYPES } from '../../rules/time/calendar.ts'
import { zDate } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zId } from '../http/shapes.ts'
import { checkAnswer, checkInput, siteRules } from './shapes.ts'

export const check = route({
  method: 'post',
  path: '/api/staff-changes/check',
  action: 'staffChange.check',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '核对日期：哪些承诺不能成立，最早何时可行（并行或依次）',
    en: 'Check dates: which promises they break, and the earliest that hold, overlapped or in a row',
  },
  body: checkInput,
  response: checkAnswer,
  handle: async ({ db, caller, now, body: { projectId, ...question } }) => {
    const site = await projectInReach(db, await reachOf(db, caller, 'staffChange.check'), projectId)
    const found = await checkChange(db, site, question, now)
    return { holds: found.broken.length === 0, ...found }
  },
})

const plan = z.object({
  noticeOn: zDate,
  applyOn: zDate,
  handoverStartOn: zDate.nullable(),
  takesOverOn: zDate.nullable(),
})
const breaks = z.enum([...WAIVABLE, 'start'])
const previewAnswer = z.object({
  todayOn: zDate,
  check: checkAnswer,
  plan,
  handoverDays: z.number().nullable(),
  handoverEndOn: zDate.nullable(),
  latest: z
    .object({ noticeOn: zDate, applyOn: zDate, handoverStartOn: zDate.nullable() })
    .nullable()
    .describe('the last days that still keep each promise with the planned change'),
  days: z.array(
    z.object({
      on: zDate,
      type: z.enum(DAY_TYPES),
      working: z.boolean(),
      provisional: z.boolean(),
      handoverDay: z.number().nullable().describe('which working day of the planned handover it is'),
      breaks: z.array(breaks).nullable().describe('what breaks if the new person takes over on it; null: it is past'),
    }),
  ),
})

export const preview = route({
  method: 'post',
  path: '/api/staff-changes/preview',
  action: 'staffChange.check',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '试排日期：逐日说明可行与否、节假日与调休、交接第几个工作日',
    en: 'Try dates: day by day whether they hold, holidays and make-up days, which day of the handover it is',
  },
  body: checkInput,
  response: previewAnswer,
  handle: async ({ db, caller, now, body: { projectId, ...question } }) => {
    const site = await projectInReach(db, await reachOf(db, caller, 'staffChange.check'), projectId)
    const { check, ...found } = await previewChange(db, site, question, now)
    return { ...found, check: { holds: check.broken.length === 0, ...check } }
  },
})

const siteRow = z.object({ id: zId, name: z.string(), customerName: z.string(), ...siteRules.shape })

export const sites = route({
  method: 'get',
  path: '/api/staff-changes/sites',
  action: 'staffChange.check',
  summary: { zh: '可发起人员变更的项目', en: 'Projects whose resident staff can be changed, and their rulebooks' },
  response: z.object({ items: z.array(siteRow) }),
  handle: async ({ db, caller, now }) => ({
    items: await sitesOf(db, await reachOf(db, caller, 'staffChange.check'), now),
  }),
})

export const candidates = route({
  method: 'get',
  path: '/api/staff-changes/candidates',
  action: 'staffChange.check',
  summary: { zh: '可离任或接替的人员', en: 'Who can leave a site, or follow there' },
  query: z.object({ projectId: zId }),
  response: z.object({ items: z.array(z.object({ id: zId, name: z.string() })) }),
  handle: async ({ db, caller, now, query: { projectId } }) => {
    const site = await projectInReach(db, await reachOf(db, caller, 'staffChange.check'), projectId)
    return { items: await candidatesFor(db, site, now) }
  },
})
