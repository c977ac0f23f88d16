import { z } from 'zod'
import { confirmClaim, correctFact, withdrawCase, type Leader } from '../../db/case/change.ts'
import { checkWithin, openPromises, readCase } from '../../db/case/read.ts'
import type { Obligation } from '../../db/case/view.ts'
import type { Tx } from '../../db/client.ts'
import { CLAIM_CONFIRMED } from '../../rules/evidence.ts'
import type { Instant } from '../../rules/instant.ts'
import { scopeOf, within } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { barredFrom } from '../../db/consequence/barred.ts'
import { titlesOf } from '../../db/case/titles.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { procedureOf } from '../procedures.ts'
import { byId, zText } from '../http/shapes.ts'
import { reachOf } from './personal.ts'
import { obligationRow, showObligation, textsOf, zTexts } from './shapes.ts'
import { promisesNow, promisesOf, stepRoute } from './step.ts'

const factRow = z.object({
  id: z.string(),
  kind: z.string(),
  occurredAt: zInstant,
  knownAt: zInstant.nullable(),
  recordedAt: zInstant,
  byId: z.string().nullable(),
  forId: z.string().nullable(),
  provisional: z.boolean(),
  correctsId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
const stepRow = z.object({
  obligationId: z.string(),
  step: z.string(),
  audience: z.string(),
  plannedAt: zInstant,
  firedAt: zInstant,
  state: z.string(),
  by: z.string(),
  recipientIds: z.array(z.string()),
})
const entryRow = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.string(),
  personId: z.string().nullable(),
  amountFen: z.number(),
  clause: z.string(),
  occurredAt: zInstant,
  recordedAt: zInstant,
})

export const mine = route({
  method: 'get',
  path: '/api/obligations',
  action: 'obligation.read',
  summary: { zh: '我的待办，最急的在前', en: 'My open promises, the most urgent first' },
  query: z.object(pageQuery),
  response: page(obligationRow.extend({ about: z.string().nullable() })),
  handle: async ({ db, caller, query: { cursor, limit } }) => {
    const rows = await openPromises(db, caller, afterKey(cursor, 'number', 'string'), limit + 1)
    const { items, next } = pageOf(rows, limit, (row) => [row.urgency, row.obligation.id])
    const titles = await titlesOf(
      db,
      items.map((row) => row.obligation.caseId),
    )
    const shown = items.map(({ obligation, kind }) => ({
      ...showObligation(obligation, kind),
      about: titles.get(obligation.caseId) ?? null,
    }))
    return { items: shown, next }
  },
})

const one = route({
  method: 'get',
  path: '/api/cases/:id',
  action: 'case.read',
  summary: {
    zh: '事项全貌：承诺、经过、升级、后果',
    en: 'A whole case: promises, what happened, steps taken, what it cost',
  },
  params: byId,
  response: z.object({
    id: z.string(),
    kind: z.string(),
    state: z.string(),
    startedAt: zInstant,
    endedAt: zInstant.nullable(),
    nextAlarmAt: zInstant.nullable(),
    obligations: z.array(obligationRow),
    facts: z.array(factRow),
    steps: z.array(stepRow),
    entries: z.array(entryRow),
    barred: z
      .array(z.object({ action: z.string(), code: z.string(), text: zTexts }))
      .describe(
        'acts that are not for the caller, for being a judge in their own matter or since they fall to another role, and why',
      ),
  }),
  handle: async ({ db, params, scope, caller, now }) => {
    const found = await readCase(db, params.id, await reachOf(db, params.id, caller, scope), caller.personId)
    if (!found) return refuse('case.unknown', { field: 'id' })
    const { promises, steps } = found
    const confirmed = new Set(
      found.facts.filter((fact) => fact.kind === CLAIM_CONFIRMED).map((fact) => fact.data['factId']),
    )
    const facts = found.facts.map((fact) => ({ ...fact, provisional: fact.provisional && !confirmed.has(fact.id) }))
    // What it cost is for the one who pays and for those who oversee it.
    const oversees = within(scopeOf(caller.grants, 'ledger.oversee'), found.case.regionId)
    const by = { byId: caller.personId, roles: caller.grants.map(({ role }) => role), now }
    const bars = await db.transaction((tx) => barredFrom(tx, found.case, by))
    const entries = found.entries.filter((entry) => oversees || entry.personId === caller.personId)
    return {
      ...found.case,
      obligations: promises.map((row) => showObligation(row, found.case.kind)),
      facts,
      steps,
      entries,
      barred: bars.map(({ action, code, params }) => ({ action, code, text: textsOf(code, params) })),
    }
  },
})

const withdrawal = stepRoute({
  path: '/api/cases/:id/withdrawal',
  action: 'case.withdraw',
  summary: { zh: '撤回事项，所有未完成的承诺解除', en: 'Withdraw a case: every open promise is released' },
  body: z.object({ reason: zText(500) }),
  act: async (tx, { params, body, caller, scope, now }) => {
    await checkWithin(tx, params.id, scope, caller.personId)
    return withdrawCase(tx, { caseId: params.id, reason: body.reason, byId: caller.personId }, now)
  },
})

/** A decision about one fact: its answer is the case's promises as they stand after it. */
function aboutFact<B extends z.ZodType>(
  spec: { path: string; summary: Text; body: B },
  verb: (tx: Tx, given: z.output<B> & { factId: string } & Leader, now: Instant) => Promise<readonly Obligation[]>,
) {
  return route({
    ...spec,
    method: 'post',
    action: 'fact.correct',
    params: z.object({ id: z.uuid() }),
    response: promisesNow,
    handle: async (ctx) => {
      const { id: factId } = ctx.params
      const given = { ...(ctx.body as z.output<B> & object), factId, byId: ctx.caller.personId, scope: ctx.scope }
      const done = await ctx.write(
        async (tx) => {
          const rows = await verb(tx, given as never, ctx.now)
          return promisesOf(rows[0]!.caseId, rows)
        },
        () => ({ noun: 'fact', id: factId }),
      )
      ctx.afterCommit(() => ctx.services.poke([done.caseId]))
      return done
    },
  })
}

const correction = aboutFact(
  {
    path: '/api/facts/:id/corrections',
    summary: { zh: '更正发生时间，重新判定', en: 'Correct when something happened; verdicts are derived anew' },
    body: z.object({ occurredAt: zInstant, reason: zText(500) }),
  },
  (tx, given, now) => correctFact(tx, procedureOf, given, now),
)

const confirmation = aboutFact(
  {
    path: '/api/facts/:id/confirmation',
    summary: { zh: '确认迟报的发生时间', en: 'Confirm a time that was claimed late' },
    body: z.object({}),
  },
  confirmClaim,
)

export const caseRoutes = [mine, one, withdrawal, correction, confirmation]
