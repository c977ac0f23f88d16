import { z } from 'zod'
import { windowStates, type PersonWindows } from '../../db/window/states.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { RECOMMENDED_ACTIONS } from '../../rules/window/entry.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zId } from '../http/shapes.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })

/** A window's reading and state. Of a counted window `action` is set, of a clean one `earliestOn`. */
const windowRow = z.object({
  window: z.string(),
  label: zTexts,
  clause: z.string(),
  policy: z.string(),
  policyVersion: z.number(),
  kind: z.enum(['count', 'clean']),
  /** How it is counted: settings by name; null where a blank of the rulebook blocks it. */
  reading: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).nullable(),
  action: z.enum(RECOMMENDED_ACTIONS).nullable(),
  /** Events that count now, or the months of the row that goes on, by their first day. */
  counting: z.array(z.object({ id: z.string(), at: zInstant })),
  row: z.array(z.string()),
  missing: z.number(),
  untilAt: zInstant.nullable(),
  earliestOn: z.string().nullable(),
  times: z.number(),
})

export const windowList = route({
  method: 'get',
  path: '/api/windows',
  action: 'record.own',
  summary: {
    zh: '滚动期间：口径、现状、还差多少（本人或所辖人员）',
    en: 'Rolling windows: reading, state, what it would take; of those one leads, or else one’s own',
  },
  query: z.object({ ...pageQuery, personId: zId.optional() }),
  response: page(z.object({ personId: z.string(), windows: z.array(windowRow) })),
  handle: async ({ db, caller, now, query: { cursor, limit, personId } }) => {
    const reach = scopeOf(caller.grants, 'record.oversee')
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await windowStates(db, { ...filter, after, limit: limit + 1 }, now)
    const { items, next } = pageOf(rows, limit, (row) => [row.personId])
    return { items: items.map(show), next }
  },
})

const show = ({ personId, windows }: PersonWindows) => ({
  personId,
  windows: windows.map((one): z.output<typeof windowRow> => ({
    action: null,
    counting: [],
    untilAt: null,
    earliestOn: null,
    times: 0,
    ...one,
    reading: one.reading && { ...one.reading },
    row: one.kind === 'clean' ? one.row.map(({ fromOn }) => fromOn) : [],
  })),
})

export const windowRoutes = [windowList]
