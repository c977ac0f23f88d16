import { z } from 'zod'
import { roleIds } from '../../rules/roles.ts'
import { ENCLOSURES, GROUNDS } from '../../rules/staffChange/parameters.ts'
import { WAIVABLE } from '../../rules/staffChange/change.ts'
import { clientRoles } from '../../rules/staffChange/actions.ts'
import type { readChange } from '../../db/staffChange/read.ts'
import { obligationRow, showObligation } from '../case/shapes.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'

export const zWaivable = z.enum(WAIVABLE)
export const zClientRole = z.enum(clientRoles as [(typeof clientRoles)[number], ...(typeof clientRoles)[number][]])

/** The dates of an ordinary change; what is left out is taken to be as early as it can still be. */
const planInput = z.strictObject({
  noticeOn: zDate.optional(),
  applyOn: zDate.optional(),
  handoverStartOn: zDate.optional(),
  takesOverOn: zDate,
})
/** Those of a demanded replacement: its last day follows from the demand. */
export const replacementPlan = planInput.partial()

const zDays = z.number().int().min(1).max(60)
const common = {
  projectId: zId,
  outgoingId: zId,
  incomingId: zId.optional(),
  asks: z.array(zWaivable).max(WAIVABLE.length).optional(),
}
export const startInput = z.strictObject({
  ...common,
  plan: planInput,
  handoverDays: zDays.optional(),
  startedAt: zInstant.optional(),
})
export const demandInput = z.strictObject({
  ...common,
  demandedAt: zInstant,
  ground: z.enum(GROUNDS),
  plan: replacementPlan.default({}),
  documentId: zId.optional(),
})
export const checkInput = z.strictObject({
  projectId: zId,
  plan: replacementPlan,
  demandedAt: zInstant.optional(),
  handoverDays: zDays.optional(),
})

const dates = z.object({
  noticeOn: zDate.nullable(),
  applyOn: zDate,
  handoverStartOn: zDate,
  handoverEndOn: zDate.nullable(),
  takesOverOn: zDate,
})
export const checkAnswer = z.object({
  holds: z.boolean(),
  broken: z.array(
    z.object({
      promise: z.string(),
      field: z.string(),
      clause: z.string(),
      plannedOn: zDate,
      latestOn: zDate,
      earliestOn: zDate,
    }),
  ),
  earliest: z.object({ overlapped: dates, inARow: dates }),
  replaceByOn: zDate.nullable(),
  provisional: z.boolean(),
})

/** Every step says when it happened; now, unless it is entered later. */
export const when = { occurredAt: zInstant.optional() }
/** Who decides: the body, and the signed paper where HR enters it. */
export const deciding = { ...when, role: zClientRole.optional(), documentId: zId.optional() }
export const reason = zText(500)

const zRole = z.enum(roleIds)
/** What the rulebook of a site asks for, and of whom. */
export const siteRules = z.object({
  policy: z.object({ id: z.string(), title: z.object({ zh: z.string(), en: z.string() }) }),
  noticeTo: z.array(zRole),
  approvers: z.array(zRole),
  enclosures: z.array(z.enum(ENCLOSURES)),
  shorterConsentBy: zRole,
  replaceable: z.boolean().describe('whether the client may demand a replacement under this rulebook'),
})

export const changeRow = z
  .object({
    id: z.string(),
    state: z.string(),
    projectId: z.string(),
    trigger: z.enum(['contractor', 'client']),
    ground: z.enum(GROUNDS).nullable(),
    outgoingId: z.string(),
    incomingId: z.string().nullable(),
    outgoingName: z.string(),
    incomingName: z.string().nullable(),
    projectName: z.string(),
    handoverStartOn: zDate.nullable(),
    takesOverOn: zDate.nullable(),
    startedAt: zInstant,
    endedAt: zInstant.nullable(),
    nextAlarmAt: zInstant.nullable(),
  })
  .meta({ id: 'StaffChange' })

const factRow = z.object({
  id: z.string(),
  kind: z.string(),
  occurredAt: zInstant,
  recordedAt: zInstant,
  byId: z.string().nullable(),
  correctsId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export const changeFile = z.object({
  ...changeRow.shape,
  policy: z.string(),
  rules: siteRules,
  plan: z.object({
    noticeOn: zDate,
    applyOn: zDate,
    handoverStartOn: zDate.nullable(),
    takesOverOn: zDate.nullable(),
  }),
  handover: z
    .object({
      beganAt: zInstant,
      days: z.number().nullable(),
      endsAt: zInstant.nullable(),
      today: z.number().nullable().describe('the working day of the handover that today is'),
    })
    .nullable(),
  obligations: z.array(obligationRow),
  facts: z.array(factRow),
})

/** A change with its promises in words. */
export function showChange(found: Awaited<ReturnType<typeof readChange>>): z.output<typeof changeFile> {
  return { ...found, obligations: found.obligations.map((row) => showObligation(row, 'staffChange')) }
}
