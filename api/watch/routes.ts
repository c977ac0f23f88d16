import { z } from 'zod'
import { watchedJobs } from '../../db/watch/jobs.ts'
import { watchedPeople } from '../../db/watch/people.ts'
import { ALL_REPAIRS, watchedRepairs } from '../../db/watch/repairs.ts'
import { watchedRegions } from '../../db/watch/training.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { WATCH_STATES, watchLabels, wholeLabel } from '../../rules/watch/watched.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zId } from '../http/shapes.ts'

const watchedRow = z.object({
  /** Whom or what it is about, and what that is called. */
  subjectId: z.string(),
  subject: z.string(),
  window: z.enum(Object.keys(watchLabels) as (keyof typeof watchLabels)[]),
  label: z.object({ zh: z.string(), en: z.string() }),
  clause: z.string(),
  policy: z.string(),
  policyVersion: z.number(),
  /** How it is counted: settings by name. */
  reading: z.record(z.string(), z.string()),
  unit: z.enum(['days', 'hours', 'count', 'percent']),
  /** Days and hours in ms; `limit` null: blank in the rulebook. */
  have: z.number().nullable(),
  limit: z.number().nullable(),
  state: z.enum(WATCH_STATES),
  fromAt: zInstant,
  untilAt: zInstant.nullable(),
  /** What a rate is made of: so many of so many, and the repairs that both count; null for what is no rate. */
  share: z
    .object({
      failed: z.number(),
      of: z.number(),
      repairIds: z.array(z.string()),
      failedIds: z.array(z.string()),
    })
    .nullable(),
})

/** Of what: people (leave, training), regions (joint trainings), long jobs (work orders), repairs (their failure rate). */
const ABOUT = ['person', 'region', 'job', 'repair'] as const
const sources = { person: watchedPeople, region: watchedRegions, job: watchedJobs, repair: watchedRepairs }
/** Who sees others' too, and where. */
const overseen = (about: (typeof ABOUT)[number]) => (about === 'repair' ? 'repair.oversee' : 'record.oversee')

export const watchedList = route({
  method: 'get',
  path: '/api/watched',
  action: 'record.own',
  summary: {
    zh: '关注的下限与上限：口径、现状、截止（本人或所辖；每页按对象计）',
    en: 'Minimums and caps that are watched: reading, state, until when; a page counts subjects',
  },
  query: z.object({ ...pageQuery, about: z.enum(ABOUT).default('person'), personId: zId.optional() }),
  response: page(watchedRow),
  handle: async ({ db, caller, now, language, query: { cursor, limit, about, personId } }) => {
    const reach = scopeOf(caller.grants, overseen(about))
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    const after = afterKey(cursor, 'string')?.[0]
    const subjects = await sources[about](db, { ...filter, after, limit: limit + 1 }, now)
    const { items, next } = pageOf(subjects, limit, ({ id }) => [id])
    const rows = items.flatMap(({ id, name, watched }) =>
      watched.map((one) => {
        const window = one.window as keyof typeof watchLabels
        const subject = id === ALL_REPAIRS ? wholeLabel[language] : name
        const { share = null, reading } = one
        return { ...one, subjectId: id, subject, window, label: watchLabels[window], reading: { ...reading }, share }
      }),
    )
    return { items: rows, next }
  },
})

export const watchRoutes = [watchedList]
