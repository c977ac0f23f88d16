import { z } from 'zod'
import type { Obligation } from '../../db/case/view.ts'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { problemText, type ProblemCode, type ProblemParams } from '../../rules/problem.ts'
import { promiseLabel } from '../../rules/promises.ts'
import type { Text } from '../../rules/text.ts'
import { zInstant } from '../http/instant.ts'

/** Words in both languages. */
export const zTexts = z.object({ zh: z.string(), en: z.string() })

/** A problem in both languages: what a page says before anybody runs into it. */
export const textsOf = (code: ProblemCode, params?: ProblemParams): Text => ({
  zh: problemText(code, 'zh', params),
  en: problemText(code, 'en', params),
})

/** A promise as the API shows it: what, by whom, by when, under which clause, and how it stands. */
export const obligationRow = z
  .object({
    id: z.string(),
    caseId: z.string(),
    promise: z.string(),
    label: zTexts,
    clause: z.string(),
    clauseTitle: zTexts.nullable(),
    policy: z.string(),
    policyVersion: z.number(),
    round: z.number().describe('going back a step begins the next one; only rows of the latest count'),
    bearerId: z.string().nullable(),
    bearerRole: z.string().nullable(),
    recipientId: z.string().nullable(),
    recipientRole: z.string().nullable(),
    dueKind: z.string(),
    dueAt: zInstant.nullable(),
    dueProvisional: z.boolean(),
    anchorAt: zInstant,
    work: z.string(),
    verdict: z.string(),
    settledAt: zInstant.nullable(),
    lateByMs: z.number().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Promise' })

/** Milliseconds past the due time at which it was settled; null while open, on time, or where nothing can be late. */
function lateBy(row: Obligation): number | null {
  if (row.verdict !== 'late' || row.settledAt === null || row.dueAt === null) return null
  return row.settledAt - row.dueAt
}

export function showObligation(row: Obligation, kind: string): z.output<typeof obligationRow> {
  return {
    ...row,
    label: promiseLabel(kind, row.promise),
    clauseTitle: isClauseId(row.clause) ? { zh: clause(row.clause).zh, en: clause(row.clause).en } : null,
    lateByMs: lateBy(row),
  }
}

export const kindOf = (caseId: string) => caseId.slice(0, caseId.indexOf('-'))
