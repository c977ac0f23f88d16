import { z } from 'zod'
import { assignCall } from '../../db/call/assign.ts'
import { contactCustomer, establishContact } from '../../db/call/contact.ts'
import { informOfCall, makeWorkOrder, trackToResult } from '../../db/call/follow.ts'
import { recordCall } from '../../db/call/record.ts'
import { CALL_CATEGORIES } from '../../rules/call/owed.ts'
import { checkWithin } from '../../db/case/read.ts'
import { stepRoute, type StepSpec } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const { call } = procedures
const annex = z.object({
  customerInfo: zText(500),
  name: zText(60),
  contactDetails: zText(200),
  employer: zText(200),
  reason: zText(1000),
  productSituation: z.string().max(1000),
  demand: zText(1000),
})
const occurred = z.object({ occurredAt: zInstant })

/** A step on a call of the caller's regions, or one in which they bear a promise. */
const callStep = <B extends z.ZodType>(spec: StepSpec<B>) =>
  stepRoute({
    ...spec,
    act: async (tx, ctx) => {
      await checkWithin(tx, ctx.params.id, ctx.scope, ctx.caller.personId)
      return spec.act(tx, ctx)
    },
  })

export const callSteps = [
  callStep({
    path: '/api/calls/:id/record',
    action: 'call.record',
    summary: { zh: '完成来电登记并分类', en: 'Finish the record of a call and classify it' },
    body: z.object({
      endedAt: zInstant,
      category: z.enum(CALL_CATEGORIES),
      annex,
      store: z
        .object({ customerId: zId.optional(), contactId: zId.optional(), customerName: zText(200).optional() })
        .optional(),
    }),
    act: (tx, { params, body, caller, now }) =>
      recordCall(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/assignments',
    action: 'call.assign',
    summary: { zh: '分派或改派责任人', en: 'Assign the call, or hand it to somebody else' },
    body: z
      .object({ assigneeId: zId.optional(), external: zText(200).optional(), occurredAt: zInstant })
      .refine((given) => (given.assigneeId === undefined) !== (given.external === undefined), {
        params: { problem: 'call.oneAssignee' },
        path: ['assigneeId'],
      }),
    act: (tx, { params, body, caller, now }) =>
      assignCall(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/contacts',
    action: 'call.contact',
    summary: { zh: '责任人已联系客户', en: 'The person assigned has contacted the customer' },
    body: occurred,
    act: (tx, { params, body, caller, now }) =>
      contactCustomer(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/establishments',
    action: 'call.establish',
    summary: { zh: '接线人确认是否已联系客户', en: 'The call taker says whether the customer was contacted' },
    body: z.object({ occurredAt: zInstant, contacted: z.boolean() }),
    act: (tx, { params, body, caller, now }) =>
      establishContact(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/informed',
    action: 'call.inform',
    summary: { zh: '已告知副总经理或技术支持工程师', en: 'The deputy GM or a support engineer was told' },
    body: z.object({ occurredAt: zInstant, role: z.enum(['centreDeputyGm', 'technicalSupportEngineer']), toId: zId }),
    act: (tx, { params, body, caller, now }) =>
      informOfCall(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/work-order',
    action: 'call.order',
    summary: { zh: '已建立电子工单', en: 'The electronic work order was made' },
    body: z.object({ occurredAt: zInstant, number: zText(60) }),
    act: (tx, { params, body, caller, now }) =>
      makeWorkOrder(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
  callStep({
    path: '/api/calls/:id/result',
    action: 'call.track',
    summary: { zh: '已跟踪至结果', en: 'The matter was followed to its result' },
    body: z.object({ occurredAt: zInstant, result: zText(1000) }),
    act: (tx, { params, body, caller, now }) =>
      trackToResult(tx, call, { caseId: params.id, ...body, byId: caller.personId }, now),
  }),
]
