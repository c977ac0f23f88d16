import { z } from 'zod'
import { zInstant } from '../http/instant.ts'
import { PAY_KINDS } from '../../rules/pay/statement.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })

export const payLine = z.object({
  kind: z.enum(PAY_KINDS),
  clause: z.string(),
  because: zTexts,
  amountFen: z.number().nullable().describe('Null: the rulebook’s amount is blank'),
  of: z.string().optional().describe('The closed month that this puts right'),
})

const rankedLine = z.object({
  kind: z.literal('ranked'),
  personId: z.string(),
  regionId: z.string().nullable(),
  months: z.number(),
  scoreFen: z.number().describe('What the half-year’s entries come to, with what was done about them'),
  rank: z.number(),
  of: z.number(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  coefficient: z.number().describe('percent'),
  baseFen: z.number(),
  amountFen: z.number(),
})

/** A place in an approved bonus taken back and entered anew. */
export const bonusChange = z.object({
  id: z.string(),
  personId: z.string(),
  before: rankedLine.nullable(),
  after: rankedLine.nullable(),
  amountFen: z.number().describe('The difference'),
  recordedAt: zInstant,
  because: zTexts,
})

export const bonusLine = z.discriminatedUnion('kind', [
  rankedLine,
  z.object({
    kind: z.literal('helper'),
    personId: z.string(),
    regionId: z.string(),
    amountFen: z.number(),
    note: z.string(),
  }),
])
