import { z } from 'zod'
import { TASK_MODES } from '../../rules/serviceTask/form.ts'
import { GRADES } from '../../rules/serviceTask/ratings.ts'
import type { Drawn } from '../../db/serviceTask/rate.ts'
import { looksLike } from '../../rules/attachment/mediaType.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { zText } from '../http/shapes.ts'

/** An entry of the notice. May be left blank here: the rule that asks for it names its clause. */
const zEntry = (max: number) => z.string().trim().max(max).optional()

export const noticeEntries = {
  contactName: zEntry(60),
  contactDetails: zEntry(200),
  requirement: zEntry(2_000),
  siteSituation: zEntry(2_000),
}

export const travelPlan = z.object({
  destination: zText(200),
  transport: zText(200),
  departOn: zDate,
  returnOn: zDate,
  costFen: z.number().int().min(0).optional(),
})

export const marketLine = z.object({ item: zText(60), content: zText(1_000) })

/** What was used on site, and how much of it. */
export const materialLine = z.object({ item: zText(100), quantity: zText(40) })

/** The responsibility form (S0-A-9), as far as it is filled in. */
export const form = z.object({
  site: z.object({ situation: z.string() }).optional(),
  solution: z.string().optional(),
  mode: z.enum(TASK_MODES).optional(),
  tools: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  spares: z.array(z.string()).optional(),
  appointmentAt: zInstant.optional(),
  travel: travelPlan.optional(),
  estimateAt: zInstant.optional(),
  record: z
    .object({ work: z.string(), resolution: z.string(), materials: z.array(materialLine).optional() })
    .optional(),
  market: z.array(marketLine).optional(),
  returnPlan: z.string().optional(),
  ledgerNumber: z.string().optional(),
})

export const scores = z.object({ attitude: z.enum(GRADES), skill: z.enum(GRADES), result: z.enum(GRADES) })

/** A signature as drawn on a screen or photographed from paper, as a data URL. */
export const signature = z
  .string()
  .max(200_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)

/** The picture in a data URL of that form. Refuses one whose bytes are no such picture. */
export function drawnOf(url: string): Drawn {
  const [head, base64] = url.split(',') as [string, string]
  const mediaType = head.slice('data:'.length, -';base64'.length) as Drawn['mediaType']
  const bytes = Buffer.from(base64, 'base64')
  if (!looksLike(mediaType, bytes)) refuse('attachment.notWhatItSays', { field: 'signature', params: { mediaType } })
  return { mediaType, bytes }
}

export const taskRow = z.object({
  id: z.string(),
  state: z.string(),
  round: z.number(),
  parentId: z.string().nullable(),
  regionId: z.string().nullable(),
  startedAt: zInstant,
  endedAt: zInstant.nullable(),
  nextAlarmAt: zInstant.nullable(),
  customerId: z.string(),
  customerName: z.string(),
  requirement: z.string(),
  engineerId: z.string().nullable(),
  issuerId: z.string(),
})

export const ratingRow = z.object({
  signedAt: zInstant,
  engineerId: z.string(),
  attitude: z.enum(GRADES).nullable(),
  skill: z.enum(GRADES).nullable(),
  result: z.enum(GRADES).nullable(),
  signature: z.string().nullable(),
  signatureFileId: z.string().nullable(),
})

export const proposalRow = z.object({
  personId: z.string(),
  rank: z.number(),
  inRegion: z.boolean(),
  skillLevel: z.number().nullable(),
  absent: z.boolean(),
  openTasks: z.number(),
  reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
})
