import { z } from 'zod'
import type { Tx } from '../../db/client.ts'
import type { Obligation } from '../../db/case/view.ts'
import type { Action } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { route, type Context } from '../http/route.ts'
import { byId } from '../http/shapes.ts'
import { kindOf, obligationRow, showObligation } from './shapes.ts'

/** What every step of a case answers with: the promises as they stand after it. */
export const promisesNow = z.object({ caseId: z.string(), obligations: z.array(obligationRow) })

export function promisesOf(caseId: string, rows: readonly Obligation[]): z.output<typeof promisesNow> {
  return { caseId, obligations: rows.map((row) => showObligation(row, kindOf(caseId))) }
}

export interface StepSpec<B extends z.ZodType> {
  path: string
  action: Action
  summary: Text
  body: B
  act(tx: Tx, ctx: Context<{ id: string }, undefined, z.output<B>>): Promise<readonly Obligation[]>
}

/** A step of a case's procedure: `POST <path>` with the case's id in it, one verb, a poke after the commit. */
export function stepRoute<B extends z.ZodType>({ path, action, summary, body, act }: StepSpec<B>) {
  return route({
    method: 'post',
    path,
    action,
    summary,
    params: byId,
    body,
    response: promisesNow,
    handle: (ctx) => {
      const { id } = ctx.params
      ctx.afterCommit(() => ctx.services.poke([id]))
      return ctx.write(
        async (tx) => promisesOf(id, await act(tx, ctx as never)),
        () => ({ noun: kindOf(id), id }),
      )
    },
  })
}
