import { and, eq } from 'drizzle-orm'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { assignDuty, createLine, editLine, endDuty } from '../person/duty.ts'
import { dutyRoster, line } from '../schema/person.ts'
import { instantCell, LINE_KINDS, numberCell, oneOf, together } from './cells.ts'
import { personCoded } from './found.ts'
import type { Cells } from './importFile.ts'

/** A number that customers ring: entered, or brought up to date; nobody named leaves whose desk it is. @throws Refusal */
export async function importLine(tx: Tx, cells: Cells<'lines'>): Promise<void> {
  const { number, kind, personId } = await together(async (cell) => ({
    number: await cell(() => numberCell(cells.number, 'number')),
    kind: await cell(() => oneOf(cells.kind, LINE_KINDS, 'kind')),
    personId: await cell(() => (cells.person ? personCoded(tx, cells.person, 'person') : null)),
  }))
  const [known] = await tx.select({ id: line.id }).from(line).where(eq(line.number, number))
  const { department } = cells
  if (known) await editLine(tx, known.id, { kind, department, ...(personId && { personId }) })
  else await createLine(tx, { number, kind, department, personId })
}

/** Who answers a line from when to when; the same person from the same instant on is given the end that the row says. @throws Refusal */
export async function importDuty(tx: Tx, cells: Cells<'duty'>): Promise<void> {
  const { lineId, personId, fromAt, toAt } = await together(async (cell) => ({
    lineId: await cell(() => lineOf(tx, cells.line)),
    personId: await cell(() => personCoded(tx, cells.person, 'person')),
    fromAt: await cell(() => instantCell(cells.from, 'from')),
    toAt: await cell(() => instantCell(cells.to, 'to')),
  }))
  if (toAt <= fromAt) refuse('input.period', { field: 'to' })
  const same = and(eq(dutyRoster.lineId, lineId), eq(dutyRoster.personId, personId), eq(dutyRoster.fromAt, fromAt))
  const [known] = await tx.select({ id: dutyRoster.id, toAt: dutyRoster.toAt }).from(dutyRoster).where(same)
  if (!known) await assignDuty(tx, { lineId, personId, fromAt, toAt })
  else if (known.toAt !== toAt) await endDuty(tx, known.id, toAt)
}

async function lineOf(tx: Tx, said: string): Promise<string> {
  const number = normaliseNumber(said) ?? refuse('input.phoneNumber', { field: 'line' })
  const [known] = await tx.select({ id: line.id }).from(line).where(eq(line.number, number))
  return known?.id ?? refuse('line.notFound', { field: 'line' })
}
