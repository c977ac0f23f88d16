import { z } from 'zod'
import { withdrawCase } from '../../db/case/change.ts'
import { obligationsOf, type Obligation } from '../../db/case/view.ts'
import type { Tx } from '../../db/client.ts'
import { decideApplication } from '../../db/staffChange/decide.ts'
import { checkReach, reachOf } from '../../db/staffChange/reach.ts'
import { takesPart } from '../../db/staffChange/read.ts'
import { reassignStaff, reviseDates } from '../../db/staffChange/revise.ts'
import { recordSiteTest } from '../../db/staffChange/siteTest.ts'
import {
  applyForChange,
  begin,
  completeHandover,
  confirmHandover,
  deliver,
  giveNotice,
  type Act,
} from '../../db/staffChange/steps.ts'
import { decideWaiver } from '../../db/staffChange/waive.ts'
import type { Instant } from '../../rules/instant.ts'
import { may, type Action } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { DELIVERABLES, ENCLOSURES } from '../../rules/staffChange/parameters.ts'
import type { Text } from '../../rules/text.ts'
import { stepRoute } from '../case/step.ts'
import type { Context } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { deciding, reason, replacementPlan, when, zClientRole, zWaivable } from './shapes.ts'

const { staffChange } = procedures

interface Step<B extends z.ZodType> {
  path: string
  action: Action
  summary: Text
  body: B
  verb(tx: Tx, act: Act, ctx: Context<{ id: string }, undefined, z.output<B>>): Promise<readonly Obligation[]>
}

/** A step on a change within the caller's reach: a project of theirs, a region of theirs, or their own handover. */
function step<B extends z.ZodType>({ path, action, summary, body, verb }: Step<B>) {
  return stepRoute({
    path: `/api/staff-changes/:id/${path}`,
    action,
    summary,
    body,
    act: async (tx, ctx) => {
      const { params, caller, now } = ctx
      const { personId } = caller
      const conducts = action !== 'staffChange.handOver' || may(caller.grants, 'staffChange.conduct')
      if (conducts) await checkReach(tx, await reachOf(tx, caller, action), params.id)
      else if (!(await takesPart(tx, params.id, personId))) refuse('staffChange.unknown', { field: 'id' })
      const { occurredAt = now } = ctx.body as { occurredAt?: Instant }
      return verb(tx, { caseId: params.id, occurredAt, byId: personId }, ctx)
    },
  })
}

const conduct = 'staffChange.conduct'
const handOver = 'staffChange.handOver'
const decide = 'staffChange.decide'

export const staffChangeSteps = [
  step({
    path: 'notice',
    action: conduct,
    summary: { zh: '通知甲方各部门', en: 'Give notice to the client' },
    body: z.strictObject({ ...when, to: z.array(zClientRole).min(1).optional() }),
    verb: (tx, act, { body, now }) => giveNotice(tx, staffChange, { ...act, to: body.to }, now),
  }),
  step({
    path: 'application',
    action: conduct,
    summary: { zh: '提交变更申请及材料', en: 'Apply for the change, with the papers' },
    body: z.strictObject({
      ...when,
      incomingId: zId.optional(),
      enclosures: z.array(z.strictObject({ kind: z.enum(ENCLOSURES), attachmentId: zId })).max(20),
    }),
    verb: (tx, act, { body, now }) => applyForChange(tx, staffChange, { ...body, ...act }, now),
  }),
  step({
    path: 'decisions',
    action: decide,
    summary: { zh: '甲方审批变更申请', en: 'The client decides on the application' },
    body: z.strictObject({ ...deciding, approved: z.boolean(), reason: reason.optional() }),
    verb: (tx, act, { body, caller, now }) =>
      decideApplication(tx, staffChange, { ...body, ...act, grants: caller.grants }, now),
  }),
  step({
    path: 'waivers',
    action: decide,
    summary: {
      zh: '甲方豁免某一承诺，或同意缩短交接',
      en: 'The client waives one promise, or consents to a shorter handover',
    },
    body: z.strictObject({
      ...deciding,
      promise: zWaivable,
      granted: z.boolean(),
      workingDays: z.number().int().min(1).max(60).optional(),
    }),
    verb: (tx, act, { body, caller, now }) =>
      decideWaiver(tx, staffChange, { ...body, ...act, grants: caller.grants }, now),
  }),
  step({
    path: 'trial',
    action: conduct,
    summary: { zh: '接替者开始试用', en: 'The successor’s trial begins' },
    body: z.strictObject(when),
    verb: (tx, act, { now }) => begin(tx, staffChange, { ...act, what: 'trial' }, now),
  }),
  step({
    path: 'handover',
    action: handOver,
    summary: { zh: '开始工作交接', en: 'The handover begins' },
    body: z.strictObject(when),
    verb: (tx, act, { now }) => begin(tx, staffChange, { ...act, what: 'start' }, now),
  }),
  step({
    path: 'deliverables',
    action: handOver,
    summary: { zh: '登记一项交接内容', en: 'Record one deliverable of the handover' },
    body: z.strictObject({
      ...when,
      deliverable: z.enum(DELIVERABLES),
      attachmentIds: z.array(zId).max(20).default([]),
    }),
    verb: (tx, act, { body, now }) => deliver(tx, staffChange, { ...body, ...act }, now),
  }),
  step({
    path: 'completion',
    action: handOver,
    summary: { zh: '完成工作交接', en: 'Complete the handover' },
    body: z.strictObject(when),
    verb: (tx, act, { now }) => completeHandover(tx, staffChange, act, now),
  }),
  step({
    path: 'confirmation',
    action: conduct,
    summary: { zh: '提交工作交接确认表', en: 'Submit the handover confirmation form' },
    body: z.strictObject({ ...when, documentId: zId }),
    verb: (tx, act, { body, now }) => confirmHandover(tx, staffChange, { ...body, ...act }, now),
  }),
  step({
    path: 'tests',
    action: decide,
    summary: { zh: '记录甲方现场测试', en: 'Record the client’s test on site' },
    body: z.strictObject({ ...deciding, passed: z.boolean(), remark: zText(500).optional() }),
    verb: async (tx, act, { body, caller, now }) => {
      await recordSiteTest(tx, { ...body, ...act, grants: caller.grants }, now)
      return obligationsOf(tx, act.caseId)
    },
  }),
  step({
    path: 'staff',
    action: conduct,
    summary: { zh: '更换离场者或接替者', en: 'Put somebody else in a place' },
    body: z.strictObject({ ...when, outgoingId: zId.optional(), incomingId: zId.optional(), reason }),
    verb: (tx, act, { body, now }) => reassignStaff(tx, staffChange, { ...body, ...act }, now),
  }),
  step({
    path: 'dates',
    action: conduct,
    summary: { zh: '调整日期', en: 'Move the change to other dates' },
    body: z.strictObject({ ...when, plan: replacementPlan, reason }),
    verb: (tx, act, { body, now }) => reviseDates(tx, staffChange, { ...body, ...act }, now),
  }),
  step({
    path: 'withdrawal',
    action: conduct,
    summary: { zh: '撤回人员变更', en: 'Withdraw the change' },
    body: z.strictObject({ reason }),
    verb: (tx, { caseId, byId }, { body, now }) => withdrawCase(tx, { caseId, byId, reason: body.reason }, now),
  }),
]
