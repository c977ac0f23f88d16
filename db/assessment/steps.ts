import { createHash } from 'node:crypto'
import { and, eq, isNull, lt, min } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Sheet } from '../../rules/assessment/sheet.ts'
import { entryState } from '../../rules/consequence/entry.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { goBack } from '../case/goBack.ts'
import { findOpen, keep, openRows, type Found } from '../case/keep.ts'
import { lockCases } from '../case/lock.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterAbout, entryById } from '../consequence/enter.ts'
import { notify } from '../notification/notify.ts'
import { assessmentFiles, assessmentLines, assessments, type SheetFormat } from '../schema/assessment.ts'
import { companyName } from '../setting/company.ts'
import { issuerBar, standsOn } from './barred.ts'
import { sheetNow } from './draft.ts'
import { lockSheets } from './open.ts'

type Row = typeof assessments.$inferSelect

/** Somebody's act on a sheet, with the roles they hold or stand in for. */
export interface SheetAct {
  caseId: string
  byId: string
  roles: readonly Role[]
}

/** A file as it is made of a signed sheet. */
interface SheetFile {
  format: SheetFormat
  mediaType: string
  name: string
  bytes: Buffer
}

/** What a sheet's files say besides its entries: whose they are, under which case, signed when. */
export interface SheetFacts {
  company: string | null
  caseId: string
  signedAt: Instant
}

/** Makes the files of a sheet: Excel, the paper form, the payroll's CSV. */
export type MakeFiles = (sheet: Sheet, facts: SheetFacts) => Promise<SheetFile[]>

async function find(tx: Tx, { caseId }: SheetAct): Promise<{ found: Found; row: Row }> {
  await lockSheets(tx)
  const [row] = await tx.select().from(assessments).where(eq(assessments.caseId, caseId))
  if (!row) return refuse('assessment.unknown', { field: 'id' })
  return { found: await findOpen(tx, 'assessment', caseId), row }
}

/**
 * Issues a sheet: freezes what the ledger says of the month and takes those entries off every later sheet (S0-A-6.4). By
 * the supervisor; the supervisor's own by the general manager, whose signature it bears then. Months follow each other.
 */
export async function issueSheet(
  tx: Tx,
  procedure: Procedure,
  act: SheetAct,
  makeFiles: MakeFiles,
  now: Instant,
): Promise<Obligation[]> {
  const { found, row } = await find(tx, act)
  await openRows(procedure, found, 'issue')
  const bar = issuerBar(row, act.roles)
  if (bar) refuse(bar.code, bar)
  const [earlier] = await tx
    .select({ month: min(assessments.month) })
    .from(assessments)
    .where(and(eq(assessments.scope, row.scope), lt(assessments.month, row.month), isNull(assessments.issuedAt)))
  if (earlier?.month) refuse('assessment.earlierFirst', { params: { month: earlier.month } })
  const sheet = await sheetNow(tx, row, found.held.terms, now)
  checkNotOwn(sheet, act)
  const entries = sheet.people.flatMap((one) => one.lines.map(({ entryId }) => entryId))
  if (entries.length > 0)
    await tx.insert(assessmentLines).values(entries.map((consequenceId) => ({ consequenceId, caseId: row.caseId })))
  const stamp = { sheet, issuedAt: now, issuedById: act.byId }
  await tx.update(assessments).set(stamp).where(eq(assessments.caseId, row.caseId))
  const data = { entries: entries.length, totalFen: sheet.totalFen }
  const fact = { kind: 'issued', occurredAt: now, byId: act.byId, data }
  const rows = await keep(tx, procedure, found, { promise: 'issue', fact }, now)
  if (row.scope === 'supervisor') await conclude(tx, row, sheet, act, makeFiles, now)
  return rows
}

/** The general manager signs: the files are made, once, and everybody on the sheet is told. */
export async function signSheet(
  tx: Tx,
  procedure: Procedure,
  act: SheetAct,
  makeFiles: MakeFiles,
  now: Instant,
): Promise<Obligation[]> {
  const { found, row } = await find(tx, act)
  await openRows(procedure, found, 'sign')
  checkNotOwn(row.sheet!, act)
  await conclude(tx, row, row.sheet!, act, makeFiles, now)
  return keep(tx, procedure, found, { promise: 'sign', fact: { kind: 'signed', occurredAt: now, byId: act.byId } }, now)
}

/** The general manager sends a sheet back: its entries are free again, and it is issued once more. Nobody one that they stand on. */
export async function returnSheet(
  tx: Tx,
  procedure: Procedure,
  act: SheetAct & { reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found, row } = await find(tx, act)
  await openRows(procedure, found, 'sign')
  checkNotOwn(row.sheet!, act)
  const data = { reason: act.reason }
  const factId = await writeFact(tx, row.caseId, { kind: 'returned', occurredAt: now, byId: act.byId, data }, now)
  await tx.delete(assessmentLines).where(eq(assessmentLines.caseId, row.caseId))
  const blank = { sheet: null, issuedAt: null, issuedById: null }
  await tx.update(assessments).set(blank).where(eq(assessments.caseId, row.caseId))
  const again = ['issue', 'sign', 'acknowledge']
  const held = await goBack(tx, found.held, { again, factId: factId!, occurredAt: now }, now)
  const notice = { template: 'assessment.returned', params: { month: row.month }, caseId: row.caseId } as const
  await notify(tx, [{ key: `assessment:${row.caseId}:returned:${factId}`, personId: row.issuedById!, ...notice }], now)
  return proceed(tx, procedure, held, now)
}

/** Finance says that it carries the sheet out, naming the payroll file by its checksum so that it is that one. */
export async function acknowledgeSheet(
  tx: Tx,
  procedure: Procedure,
  act: SheetAct & { sha256: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found, row } = await find(tx, act)
  await openRows(procedure, found, 'acknowledge')
  const [payroll] = await tx
    .select({ sha256: assessmentFiles.sha256 })
    .from(assessmentFiles)
    .where(and(eq(assessmentFiles.caseId, row.caseId), eq(assessmentFiles.format, 'csv')))
  if (payroll?.sha256 !== act.sha256.toLowerCase()) refuse('assessment.wrongChecksum', { field: 'sha256' })
  const data = { sha256: payroll.sha256 }
  const fact = { kind: 'acknowledged', occurredAt: now, byId: act.byId, data }
  return keep(tx, procedure, found, { promise: 'acknowledge', fact }, now)
}

function checkNotOwn(sheet: Sheet, { byId }: SheetAct): void {
  if (standsOn(sheet, byId)) refuse('assessment.ownSheet')
}

async function conclude(tx: Tx, row: Row, sheet: Sheet, act: SheetAct, makeFiles: MakeFiles, now: Instant) {
  const { caseId } = row
  await tx.update(assessments).set({ signedAt: now, signedById: act.byId }).where(eq(assessments.caseId, caseId))
  const files = await makeFiles(sheet, { company: await companyName(tx), caseId, signedAt: now })
  await tx.insert(assessmentFiles).values(
    files.map((file) => ({
      caseId,
      ...file,
      size: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      madeAt: now,
    })),
  )
  await confirmRewards(tx, sheet, act.byId, now)
  await notify(
    tx,
    sheet.people.map(({ personId, totalFen }) => ({
      key: `assessment:${caseId}:signed`,
      personId,
      template: 'assessment.signed' as const,
      params: { month: sheet.month, amountFen: totalFen },
      caseId,
    })),
    now,
  )
}

/** A reward burdens nobody, so nobody is asked: the signature under the sheet that holds it confirms it. */
async function confirmRewards(tx: Tx, sheet: Sheet, byId: string, now: Instant): Promise<void> {
  const rewards = sheet.people.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'reward'))
  const entries = []
  for (const { entryId } of rewards) entries.push((await entryById(tx, entryId))!)
  await lockCases(tx, [...new Set(entries.map(({ entry }) => entry.caseId))])
  for (const { entry } of entries) {
    const { about } = (await entryById(tx, entry.id))!
    if (entryState(about) !== 'provisional') continue
    const arithmetic = { rule: 'sheetSigned', month: sheet.month }
    await enterAbout(tx, entry, { kind: 'confirmation', arithmetic, byId }, now)
  }
}
