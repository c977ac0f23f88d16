import { z } from 'zod'
import { INCIDENT_FLAGS, PHONED_ROLES, REPORT_ROLES } from '../../rules/incident/incident.ts'
import type { readIncident } from '../../db/incident/read.ts'
import { roleIds } from '../../rules/roles.ts'
import { obligationRow, showObligation } from '../case/shapes.ts'
import { zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'

const zRole = z.enum(roleIds)
const at = zInstant.nullable()
const whole = { done: z.number(), of: z.number(), verdict: z.string(), lateByMs: z.number().nullable() }
export const zFlags = z.array(z.enum(INCIDENT_FLAGS)).min(1)

export const incidentRow = z.object({
  id: z.string(),
  state: z.string(),
  regionId: z.string().nullable(),
  customerId: z.string().nullable(),
  projectId: z.string().nullable(),
  knowerId: z.string(),
  recorderId: z.string(),
  knownAt: zInstant,
  recordedAt: zInstant,
  endedAt: at,
  title: z.string(),
  description: z.string(),
  flags: z.array(z.enum(INCIDENT_FLAGS)),
  mergedIntoId: z.string().nullable(),
})

const callRow = z.object({
  clause: z.string(),
  role: zRole,
  at,
  tookMs: z.number().nullable(),
  reachedId: z.string().nullable(),
  via: z.string().nullable(),
  triedAt: z.array(zInstant),
  people: z
    .array(z.object({ personId: z.string(), numbers: z.array(z.string()) }))
    .describe('whom to ring now, while the call is still to be made'),
})

const deliveryRow = z.object({
  personId: z.string(),
  roles: z.array(zRole),
  reportId: z.string(),
  attempts: z.number(),
  attemptedAt: at,
  acceptedId: z.string().nullable(),
  acceptedAt: at,
  bouncedAt: at,
  givenUpAt: at,
  error: z.string().nullable(),
})

const versionRow = z.object({
  id: z.string(),
  version: z.number(),
  authorId: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: zInstant,
})

export const incidentFile = incidentRow.extend({
  mergedIds: z.array(z.string()),
  obligations: z.array(obligationRow),
  phones: z.object({ ...whole, calls: z.array(callRow) }),
  report: z.object({ ...whole, dueAt: at, versions: z.array(versionRow), deliveries: z.array(deliveryRow) }),
})

const call = { role: z.enum(PHONED_ROLES), reached: z.boolean().default(true), reachedId: zId.optional() }
export const phoneInput = z.strictObject({ ...call, occurredAt: zInstant.optional() })

export const incidentInput = z.strictObject({
  knownAt: zInstant,
  /** The first person to know; the caller unless said otherwise. */
  knowerId: zId.optional(),
  flags: zFlags,
  title: zText(100),
  description: zText(4_000),
  regionId: zId.optional(),
  customerId: zId.optional(),
  projectId: zId.optional(),
  phones: z
    .array(z.strictObject({ ...call, occurredAt: zInstant }))
    .max(12)
    .optional(),
})

export const reportInput = z.strictObject({
  subject: zText(200).optional(),
  body: zText(20_000).optional(),
  roles: z.array(z.enum(REPORT_ROLES)).min(1).optional(),
})

export function showIncident(found: Awaited<ReturnType<typeof readIncident>>): z.output<typeof incidentFile> {
  return { ...found, obligations: found.obligations.map((row) => showObligation(row, 'incident')) }
}
