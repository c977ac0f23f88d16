import { z } from 'zod'
import { publishDay, publishYear } from '../../db/calendar/publish.ts'
import { listCalendars, readYear } from '../../db/calendar/read.ts'
import { DAY_TYPES } from '../../rules/time/calendar.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'
import { readFile } from './file.ts'

/** `cn`, or what a client's calendar is called here. */
const zName = z.string().regex(/^[\w-]{1,40}$/)
const zYear = z.coerce.number().int().min(2000).max(2099)
const dayType = z.enum(DAY_TYPES)
const version = z.object({
  source: z.string(),
  version: z.string(),
  publishedOn: zDate.nullable(),
  importedAt: zInstant,
})
const days = z.array(zDate).max(366)

const list = route({
  method: 'get',
  path: '/api/calendars',
  action: 'calendar.read',
  summary: { zh: '工作日历：国家的和客户自己的', en: 'The working calendars: the nation’s and the clients’ own' },
  response: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        years: z.array(version.extend({ year: z.number() })),
        customers: z.array(z.object({ id: zId, name: z.string() })),
      }),
    ),
  }),
  handle: async ({ db }) => ({ items: await listCalendars(db) }),
})

export const one = route({
  method: 'get',
  path: '/api/calendars/:name/years/:year',
  action: 'calendar.read',
  summary: {
    zh: '日历的一年：节假日、调休、补班及来源',
    en: 'One year of a calendar: its days and where they come from',
  },
  params: z.object({ name: zName, year: zYear }),
  response: z.object({
    name: z.string(),
    year: z.number(),
    published: z.boolean(),
    national: z.boolean().describe('the nation’s year counts: this calendar has none of its own'),
    days: z.array(z.object({ on: zDate, type: dayType })),
    versions: z.array(version.extend({ importedById: zId.nullable() })),
    ownDays: z.array(
      z.object({ id: zId, on: zDate, type: dayType.nullable(), reason: z.string(), recordedAt: zInstant }),
    ),
  }),
  handle: ({ db, params: { name, year } }) => readYear(db, name, year),
})

const importYear = route({
  method: 'post',
  path: '/api/calendars/:name/years',
  action: 'calendar.edit',
  status: 201,
  summary: {
    zh: '导入已公布的年度（含来源和版本），相关期限随即重算',
    en: 'Import a published year with source and version; due times that reach it are computed anew',
  },
  params: z.object({ name: zName }),
  body: z.strictObject({
    year: z.number().int(),
    source: zText(200),
    version: zText(60),
    publishedOn: zDate.optional(),
    statutory: days,
    adjustedRest: days,
    makeUp: days,
  }),
  response: z.object({ id: zId, imported: z.boolean(), moved: z.number() }),
  handle: async (ctx) => {
    const { caller, now } = ctx
    let poke: string[] = []
    ctx.afterCommit(() => ctx.services.poke(poke))
    return ctx.write(
      async (tx) => {
        const how = { calendar: ctx.params.name, importedById: caller.personId, importedAt: now }
        const done = await publishYear(tx, { ...how, year: ctx.body })
        poke = done.poke
        return { id: done.id, imported: done.imported, moved: poke.length }
      },
      ({ id, imported }) => ({
        noun: 'calendar',
        id,
        detail: { calendar: ctx.params.name, year: ctx.body.year, version: ctx.body.version, imported },
      }),
    )
  },
})

const setDay = route({
  method: 'post',
  path: '/api/calendars/:name/days',
  action: 'calendar.edit',
  status: 201,
  summary: {
    zh: '单独调整某一天（type 为 null 即撤回），相关期限随即重算',
    en: 'Give the calendar a day of its own (type null takes it back); due times are computed anew',
  },
  params: z.object({ name: zName }),
  body: z.strictObject({ on: zDate, type: dayType.nullable(), reason: zText(200) }),
  response: z.object({ id: zId, moved: z.number() }),
  handle: async (ctx) => {
    const { caller, now } = ctx
    let poke: string[] = []
    ctx.afterCommit(() => ctx.services.poke(poke))
    return ctx.write(
      async (tx) => {
        const how = { calendar: ctx.params.name, recordedById: caller.personId, recordedAt: now }
        const done = await publishDay(tx, { ...how, ...ctx.body })
        poke = done.poke
        return { id: done.id, moved: poke.length }
      },
      ({ id }) => ({
        noun: 'calendar',
        id,
        detail: { calendar: ctx.params.name, on: ctx.body.on, type: ctx.body.type },
      }),
    )
  },
})

export const calendarRoutes = [list, one, readFile, importYear, setDay]
