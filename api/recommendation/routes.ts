import { z } from 'zod'
import { decideRecommendation } from '../../db/window/decide.ts'
import { listRecommendations } from '../../db/window/read.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { RECOMMENDED_ACTIONS } from '../../rules/window/entry.ts'
import { stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zFlag, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })
const recommendationRow = z.object({
  id: z.string(),
  state: z.string(),
  personId: z.string(),
  action: z.enum(RECOMMENDED_ACTIONS),
  /** False: what it rests on fell away. */
  grounded: z.boolean(),
  decision: z.enum(['approved', 'declined', 'upheld', 'revoked']).nullable(),
  recordedAt: zInstant,
  consequenceId: z.string(),
  clause: z.string(),
  title: zTexts,
  basis: zTexts,
  because: zTexts,
  /** The grade to go to; null where there is none below; left out where no grade is on record, and of a dismissal. */
  target: z.number().nullable().optional(),
  evidenceIds: z.array(z.string()),
})

export const list = route({
  method: 'get',
  path: '/api/recommendations',
  action: 'recommendation.own',
  summary: { zh: '降薪、辞退、升档建议', en: 'Recommended downgrades, dismissals and raises' },
  query: z.object({ ...pageQuery, personId: zId.optional(), waiting: zFlag.optional() }),
  response: page(recommendationRow),
  handle: async ({ db, caller, query: { cursor, limit, personId, waiting } }) => {
    const reach = scopeOf(caller.grants, 'recommendation.oversee')
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listRecommendations(db, { ...filter, waiting, after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.recordedAt, row.caseId])
    return { items: items.map(show), next }
  },
})

function show({ caseId, entry, ...row }: Awaited<ReturnType<typeof listRecommendations>>[number]) {
  const { id: consequenceId, clause, evidenceIds, arithmetic } = entry
  const target = arithmetic.target as number | null | undefined
  return { id: caseId, ...row, consequenceId, clause, evidenceIds, target, ...explain(entry) }
}

const one = route({
  method: 'get',
  path: '/api/recommendations/:id',
  action: 'recommendation.own',
  summary: { zh: '一份降薪、辞退建议', en: 'One recommendation' },
  params: byId,
  response: recommendationRow,
  handle: async ({ db, caller, params: { id: caseId } }) => {
    const scope = scopeOf(caller.grants, 'recommendation.oversee')
    const [led] = await listRecommendations(db, { scope, caseId, limit: 1 })
    const own = { scope: 'own', personId: caller.personId, caseId, limit: 1 } as const
    const found = led ?? (await listRecommendations(db, own))[0]
    return found ? show(found) : refuse('recommendation.unknown', { field: 'id' })
  },
})

const decide = stepRoute({
  path: '/api/recommendations/:id/decision',
  action: 'recommendation.decide',
  summary: { zh: '总经理批准、不采纳；依据消失后维持或撤销', en: 'The general manager decides: yes or no' },
  body: z.strictObject({ approved: z.boolean(), note: zText(1_000) }),
  act: (tx, { params, body, caller, now }) =>
    decideRecommendation(tx, procedures.recommendation, { ...body, caseId: params.id, byId: caller.personId }, now),
})

export const recommendationRoutes = [list, one, decide]
