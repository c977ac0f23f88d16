import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { attachTo } from '../attachment/attach.ts'
import { goBack } from '../case/goBack.ts'
import { findOpen, keep, openRows } from '../case/keep.ts'
import { inScope } from '../case/read.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { statements } from '../schema/statement.ts'

type Row = typeof statements.$inferSelect

async function statementOf(tx: Tx, caseId: string): Promise<Row> {
  const [row] = await tx.select().from(statements).where(eq(statements.caseId, caseId))
  return row ?? refuse('statement.unknown', { field: 'id' })
}

export interface Submission {
  caseId: string
  text: string
  attachmentIds?: readonly string[]
  byId: string
}

/** Who owes a statement hands it in; its reader is told. */
export async function submitStatement(
  tx: Tx,
  procedure: Procedure,
  { caseId, text, attachmentIds = [], byId }: Submission,
  now: Instant,
): Promise<Obligation[]> {
  const row = await statementOf(tx, caseId)
  const found = await findOpen(tx, 'statement', caseId)
  if (row.personId !== byId) refuse('case.notYours')
  await attachTo(tx, { caseId, ids: attachmentIds, byId, field: 'attachmentIds' })
  const said = { text, attachmentIds: [...attachmentIds], submittedAt: now }
  await tx.update(statements).set(said).where(eq(statements.caseId, caseId))
  const rows = await keep(
    tx,
    procedure,
    found,
    { promise: 'submit', fact: { kind: 'statementSubmitted', occurredAt: now, byId } },
    now,
  )
  const { clause } = rows.find(({ promise }) => promise === 'submit')!
  const told = { template: 'statement.submitted' as const, params: { clause }, caseId }
  if (row.readerId)
    await notify(
      tx,
      [{ key: `statement:${caseId}:submitted:${found.held.round}`, personId: row.readerId, ...told }],
      now,
    )
  return rows
}

export interface Reading {
  caseId: string
  accepted: boolean
  note: string
  byId: string
  scope: Scope
}

/** The superior accepts a statement, or sends it back to be written anew; whoever leads in the region may in their place. */
export async function readStatement(
  tx: Tx,
  procedure: Procedure,
  { caseId, accepted, note, byId, scope }: Reading,
  now: Instant,
): Promise<Obligation[]> {
  const row = await statementOf(tx, caseId)
  const found = await findOpen(tx, 'statement', caseId)
  if (row.personId === byId) refuse('consequence.concerned')
  if (row.readerId !== byId && !within(scope, found.held.regionId)) refuse('statement.unknown', { field: 'id' })
  const [open] = await openRows(procedure, found, 'accept')
  if (accepted) {
    await tx.update(statements).set({ acceptedAt: now, acceptedById: byId, note }).where(eq(statements.caseId, caseId))
    const fact = { kind: 'statementAccepted', occurredAt: now, byId }
    return keep(tx, procedure, found, { promise: 'accept', fact }, now)
  }
  await tx.update(statements).set({ note, submittedAt: null }).where(eq(statements.caseId, caseId))
  const factId = (await writeFact(tx, caseId, { kind: 'statementReturned', occurredAt: now, byId }, now))!
  const told = { template: 'statement.returned' as const, params: { clause: open!.clause }, caseId }
  await notify(tx, [{ key: `statement:${caseId}:returned:${factId}`, personId: row.personId, ...told }], now)
  const back = { again: ['submit', 'accept'], factId, occurredAt: now }
  return proceed(tx, procedure, await goBack(tx, found.held, back, now), now)
}

/** Statements, the newest first: one's own, those one reads, and those of the regions one leads; or that one only. */
export function listStatements(
  db: Db,
  filter: { personId: string; scope: Scope; caseId?: string; open?: boolean; after?: string; limit: number },
) {
  const { personId, scope, caseId, open, after, limit } = filter
  const theirs = scope !== 'all' && scope.length === 0 ? undefined : inScope(scope)
  const visible =
    scope === 'all' ? inScope(scope) : or(eq(statements.personId, personId), eq(statements.readerId, personId), theirs)
  return db
    .select({ statement: statements, state: cases.state, clause: consequences.clause })
    .from(statements)
    .innerJoin(cases, eq(cases.id, statements.caseId))
    .innerJoin(consequences, eq(consequences.id, statements.consequenceId))
    .where(
      and(
        visible,
        caseId === undefined ? undefined : eq(statements.caseId, caseId),
        open ? eq(cases.state, 'open') : undefined,
        after === undefined ? undefined : lt(statements.caseId, after),
      ),
    )
    .orderBy(desc(statements.caseId))
    .limit(limit)
}
