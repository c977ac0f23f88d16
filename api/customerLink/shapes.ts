import { z } from 'zod'
import { LINK_PURPOSES, MAIL_STATES } from '../../rules/customerLink/link.ts'
import { GRADES } from '../../rules/serviceTask/ratings.ts'
import { zInstant } from '../http/instant.ts'

export const zPurpose = z.enum(LINK_PURPOSES)
/** 256 bits in base64url. */
export const zToken = z.string().regex(/^[\w-]{43}$/)

export const linkAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), appointmentAt: zInstant }),
  z.object({ kind: z.literal('moved'), appointmentAt: zInstant }),
  z.object({ kind: z.literal('rated'), attitude: z.enum(GRADES), skill: z.enum(GRADES), result: z.enum(GRADES) }),
])

/** What somebody who holds a link sees. */
/** Whose page it is, in words that a guest knows; null where the house hasn't said. */
export const zCompany = z.string().nullable().describe('what the company is called')

export const linkPage = z.object({
  company: zCompany,
  purpose: zPurpose,
  state: z.enum(['open', 'used', 'expired', 'revoked', 'settled']),
  expiresAt: zInstant,
  usedAt: zInstant.nullable(),
  answer: linkAnswer.nullable(),
  about: z
    .object({
      requirement: z.string(),
      engineerName: z.string(),
      appointmentAt: zInstant.nullable(),
      record: z.object({ work: z.string(), resolution: z.string() }).nullable(),
    })
    .nullable()
    .describe('only while there is something to do'),
})

export const linkRow = z.object({
  id: z.string(),
  purpose: zPurpose,
  state: z.enum(['open', 'used', 'expired', 'revoked']),
  madeById: z.string(),
  madeAt: zInstant,
  sentTo: z.string().nullable(),
  mail: z
    .object({
      state: z.enum(MAIL_STATES),
      attempts: z.number(),
      sentAt: zInstant.nullable(),
      againAt: zInstant.nullable(),
      error: z.string().nullable().describe("a code, never a server's words"),
    })
    .nullable()
    .describe('null: it was not to be mailed'),
  expiresAt: zInstant,
  usedAt: zInstant.nullable(),
  answer: linkAnswer.nullable(),
  device: z.string().nullable(),
})
