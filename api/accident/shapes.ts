import { z } from 'zod'
import type { readAccident } from '../../db/accident/read.ts'
import { ACCIDENT_CLASSES, COMPLAINT_LEVELS, STOPPAGE_MANNERS } from '../../rules/accident/grounds.ts'
import { obligationRow, showObligation } from '../case/shapes.ts'
import { zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'

const zClass = z.enum(ACCIDENT_CLASSES).nullable()

const zGround = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complaint'), level: z.enum(COMPLAINT_LEVELS) }),
  z.strictObject({ kind: z.literal('stoppage'), manner: z.enum(STOPPAGE_MANNERS) }),
  z.strictObject({ kind: z.literal('lateReport') }),
])

export const groundInput = z.strictObject({ ground: zGround, source: zText(500), occurredAt: zInstant })

export const accidentInput = z.strictObject({
  engineerId: zId,
  occurredAt: zInstant,
  grounds: z.array(groundInput).min(1).max(10),
  description: zText(4_000),
  sourceCaseId: zId.optional(),
  separate: z.boolean().optional(),
})

export const accidentRow = z.object({
  id: z.string(),
  state: z.string(),
  regionId: z.string().nullable(),
  engineerId: z.string(),
  supervisorId: z.string().nullable(),
  occurredAt: zInstant,
  recordedAt: zInstant,
  class: zClass,
  description: z.string(),
  sourceCaseId: z.string().nullable(),
})

export const accidentFile = accidentRow.extend({
  grounds: z.array(
    z.object({
      id: z.string(),
      ground: zGround,
      source: z.string(),
      occurredAt: zInstant,
      recordedAt: zInstant,
      byId: z.string().nullable(),
      stands: z.boolean(),
      class: zClass,
      clause: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      occurredAt: zInstant,
      byId: z.string().nullable(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  obligations: z.array(obligationRow),
})

export const bulletinRow = z.object({
  id: z.string(),
  caseId: z.string(),
  class: zClass,
  sentAt: zInstant,
  title: z.string(),
  body: z.string(),
})

export function showAccident(found: Awaited<ReturnType<typeof readAccident>>): z.output<typeof accidentFile> {
  return { ...found, obligations: found.obligations.map((row) => showObligation(row, 'accident')) }
}
