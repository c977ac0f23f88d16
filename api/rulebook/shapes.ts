import { z } from 'zod'
import type { listDrafts, readDraft } from '../../db/rulebook/read.ts'
import { zInstant } from '../http/instant.ts'
import { zText } from '../http/shapes.ts'

export const zTexts = z.object({ zh: z.string(), en: z.string() })
export const signatureRow = z.object({
  kind: z.string(),
  role: z.string().nullable(),
  byId: z.string().nullable(),
  at: zInstant,
})

export const draftRow = z.object({
  caseId: z.string(),
  rulebookId: z.string(),
  kind: z.string(),
  values: z.record(z.string(), z.unknown()),
  note: z.string(),
  reference: z.string().nullable(),
  authorId: z.string(),
  state: z.string(),
  startedAt: zInstant,
  version: z.number().nullable(),
  effectiveOn: z.string().nullable(),
  publishedAt: zInstant.nullable(),
})
/** `before`: what the numbers that it changes were, or are while it does not hold. */
export const draftFile = draftRow.extend({
  before: z.record(z.string(), z.unknown()),
  signatures: z.array(signatureRow),
})

type Row = Awaited<ReturnType<typeof listDrafts>>[number]
export const showDraft = ({ draft, ...about }: Row): z.output<typeof draftRow> => ({ ...draft, ...about })
export const showFile = ({ signatures, before, ...row }: Awaited<ReturnType<typeof readDraft>>) => ({
  ...showDraft(row),
  before,
  signatures,
})

/** What a draft changes, in numbers and in words. */
export const content = {
  values: z.record(z.string().max(60), z.unknown()),
  note: zText(20_000),
  reference: zText(60).optional(),
}
