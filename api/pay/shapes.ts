import { z } from 'zod'
import { PAY_KINDS } from '../../rules/pay/statement.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })

export const payLine = z.object({
  kind: z.enum(PAY_KINDS),
  clause: z.string(),
  because: zTexts,
  amountFen: z.number().nullable().describe('Null: the rulebook’s amount is blank'),
})

export const bonusLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ranked'),
    personId: z.string(),
    regionId: z.string().nullable(),
    months: z.number(),
    scoreFen: z.number().describe('What the half-year’s sheets come to'),
    rank: z.number(),
    of: z.number(),
    tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    coefficient: z.number().describe('percent'),
    baseFen: z.number(),
    amountFen: z.number(),
  }),
  z.object({
    kind: z.literal('helper'),
    personId: z.string(),
    regionId: z.string(),
    amountFen: z.number(),
    note: z.string(),
  }),
])
