import { z } from 'zod'
import { rolesOf } from '../../db/organisation/read.ts'
import { declareAbsence, endAbsence, listAbsences } from '../../db/person/absences.ts'
import { endSubstitution, grantSubstitution, listSubstitutions } from '../../db/person/roles.ts'
import type { Tx } from '../../db/client.ts'
import type { absence } from '../../db/schema/person.ts'
import { leavesOver } from '../../db/watch/leave.ts'
import type { Instant } from '../../rules/instant.ts'
import { entrustedElsewhere } from '../../rules/organisation/misfit.ts'
import { sideOf } from '../../rules/permissions.ts'
import { checkGrant } from '../../rules/person/grant.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'
import {
  absenceInput,
  absenceRow,
  endsAt,
  endsAtOrOpen,
  misfitRow,
  substitutionInput,
  substitutionRow,
} from './shapes.ts'

export const absences = route({
  method: 'get',
  path: '/api/absences',
  action: 'absence.read',
  summary: { zh: '缺勤', en: 'Absences' },
  query: z.object({ ...pageQuery, personId: zId.optional(), fromAt: zInstant.optional(), toAt: zInstant.optional() }),
  response: page(absenceRow),
  handle: async ({ db, caller, now, query: { cursor, ...filter } }) => {
    const about = { after: afterKey(cursor, 'string')?.[0], side: sideOf(caller.grants) }
    const { items, next } = pageOf(await listAbsences(db, { ...filter, ...about }), filter.limit, (row) => [row.id])
    const over = await leavesOver(
      db,
      items.filter(({ kind }) => kind === 'personal').map((row) => row.personId),
      now,
    )
    return { items: items.map((row) => ({ ...row, over: over.get(row.id) ?? null })), next }
  },
})

/** An absence as the list shows it, with the cap that it goes beyond. */
const flagged = async (tx: Tx, row: typeof absence.$inferSelect, now: Instant) => ({
  ...row,
  over: (row.kind === 'personal' && (await leavesOver(tx, [row.personId], now)).get(row.id)) || null,
})

const declare = route({
  method: 'post',
  path: '/api/absences',
  action: 'absence.declare',
  status: 201,
  summary: { zh: '登记缺勤', en: 'Declare an absence' },
  body: absenceInput,
  response: absenceRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => flagged(tx, await declareAbsence(tx, ctx.body, ctx.now), ctx.now),
      ({ id }) => ({ noun: 'absence', id }),
    ),
})

const endOfAbsence = route({
  method: 'patch',
  path: '/api/absences/:id',
  action: 'absence.declare',
  summary: { zh: '更改缺勤的结束时间', en: 'Say when an absence ends' },
  params: byId,
  body: endsAtOrOpen,
  response: absenceRow,
  handle: (ctx) =>
    ctx.write(async (tx) => flagged(tx, await endAbsence(tx, ctx.params.id, ctx.body.toAt, ctx.now), ctx.now)),
})

export const substitutions = route({
  method: 'get',
  path: '/api/substitutions',
  action: 'absence.read',
  summary: { zh: '代理授权', en: 'Grants of a role to a substitute' },
  query: z.object({ ...pageQuery, since: zInstant.optional() }),
  response: page(substitutionRow),
  handle: async ({ db, caller, query: { cursor, ...filter } }) => {
    const about = { after: afterKey(cursor, 'string')?.[0], side: sideOf(caller.grants) }
    return pageOf(await listSubstitutions(db, { ...filter, ...about }), filter.limit, (row) => [row.id])
  },
})

const substitute = route({
  method: 'post',
  path: '/api/substitutions',
  action: 'substitution.grant',
  status: 201,
  summary: { zh: '授权代理', en: 'Let one person act in another’s role for a time' },
  body: substitutionInput,
  response: substitutionRow.extend({ misfits: z.array(misfitRow) }),
  handle: (ctx) => {
    checkGrant(ctx.caller, ctx.body.toPersonId, ctx.body.role)
    return ctx.write(
      async (tx) => {
        const { toPersonId, role, fromAt } = ctx.body
        const held = (await rolesOf(tx, [toPersonId], fromAt)).get(toPersonId) ?? []
        const misfits = entrustedElsewhere(
          role,
          held.map((one) => one.role),
        )
        return { ...(await grantSubstitution(tx, ctx.body)), misfits }
      },
      ({ id, role, fromPersonId, toPersonId }) => ({
        noun: 'substitution',
        id,
        detail: { role, fromPersonId, toPersonId },
      }),
    )
  },
})

const endOfSubstitution = route({
  method: 'patch',
  path: '/api/substitutions/:id',
  action: 'substitution.grant',
  summary: { zh: '更改代理的结束时间', en: 'Say when a substitution ends' },
  params: byId,
  body: endsAt,
  response: substitutionRow,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      const ended = await endSubstitution(tx, ctx.params.id, ctx.body.toAt)
      checkGrant(ctx.caller, ended.toPersonId, ended.role)
      return ended
    }),
})

export const absenceRoutes = [absences, declare, endOfAbsence, substitutions, substitute, endOfSubstitution]
