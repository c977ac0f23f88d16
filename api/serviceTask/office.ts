import { z } from 'zod'
import { assignEngineer, decideDecline } from '../../db/serviceTask/assign.ts'
import { approveExtra, confirmTask, registerTask } from '../../db/serviceTask/close.ts'
import { confirmCompletion } from '../../db/serviceTask/complete.ts'
import { decidePlan, decideRevision } from '../../db/serviceTask/plan.ts'
import { correctRating, decideSignature } from '../../db/serviceTask/rate.ts'
import { signNotice } from '../../db/serviceTask/request.ts'
import { clarifySite } from '../../db/serviceTask/site.ts'
import { agreeReturn } from '../../db/serviceTask/trip.ts'
import { refuse } from '../../rules/problem.ts'
import { FINDINGS } from '../../rules/serviceTask/signature.ts'
import { stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { noticeEntries, scores } from './shapes.ts'
import { taskStep } from './step.ts'

const { serviceTask } = procedures
const reason = zText(1_000)
const nothing = z.object({})

/** The steps of those who lead, sign and keep the books. */
export const officeSteps = [
  stepRoute({
    path: '/api/service-tasks/:id/signature',
    action: 'serviceTask.sign',
    summary: { zh: '签发服务通知单', en: 'Sign the service notice' },
    body: z.object({ ground: z.enum(['gmAway', 'direct']).optional() }),
    act: (tx, { params, body, caller, scope, now }) => {
      const isGm = caller.grants.some((grant) => grant.role === 'companyGm')
      const ground = isGm
        ? 'gm'
        : (body.ground ?? refuse('serviceTask.noGround', { field: 'ground', clause: 'S0-A-3.1b' }))
      return signNotice(tx, serviceTask, { caseId: params.id, byId: caller.personId, scope, ground }, now)
    },
  }),
  taskStep(
    'assignments',
    'serviceTask.assign',
    { zh: '派工或改派', en: 'Assign an engineer, or hand the task to another' },
    z.object({ engineerId: zId }),
    (tx, act, now) => assignEngineer(tx, serviceTask, act, now),
  ),
  taskStep(
    'refusal-decision',
    'serviceTask.supervise',
    { zh: '裁定工程师的拒接', en: "Decide on the engineer's refusal" },
    z.object({ granted: z.boolean(), reason: reason.optional() }),
    (tx, act, now) => decideDecline(tx, serviceTask, act, now),
  ),
  taskStep(
    'clarification',
    'serviceTask.clarify',
    { zh: '通知单提出人澄清现场', en: 'The issuer clears up the site situation' },
    z.object({ notice: z.object(noticeEntries) }),
    (tx, { notice, ...act }, now) => {
      const given = Object.fromEntries(Object.entries(notice).filter(([, entry]) => entry !== undefined))
      return clarifySite(tx, serviceTask, { ...act, notice: given }, now)
    },
  ),
  taskStep(
    'plan-decision',
    'serviceTask.supervise',
    { zh: '审批出差计划（远程任务同）', en: 'Approve the plan, or send it back' },
    z.object({ approved: z.boolean(), reason: reason.optional() }),
    (tx, act, now) => decidePlan(tx, serviceTask, act, now),
  ),
  taskStep(
    'revision-decision',
    'serviceTask.supervise',
    { zh: '审批预计时间变更', en: 'Decide on a change of the estimate' },
    z.object({ approved: z.boolean(), reason: reason.optional() }),
    (tx, act, now) => decideRevision(tx, serviceTask, act, now),
  ),
  taskStep(
    'completion-confirmation',
    'serviceTask.supervise',
    { zh: '确认补报的完成时间', en: 'Confirm a time of completion that was reported late' },
    nothing,
    (tx, act, now) => confirmCompletion(tx, act, now),
  ),
  taskStep(
    'signature-decision',
    'serviceTask.decideSignature',
    { zh: '总经理裁定客户签字', en: "The general manager decides on the customer's signature" },
    z.object({ finding: z.enum(FINDINGS), note: reason, coveredUpById: zId.optional() }),
    (tx, act, now) => decideSignature(tx, serviceTask, act, now),
  ),
  taskStep(
    'rating-correction',
    'serviceTask.supervise',
    { zh: '更正客户评分或签字时间', en: "Correct the customer's scores, or when they signed" },
    z.object({ scores: scores.optional(), signedAt: zInstant.optional(), reason }),
    (tx, act, now) => correctRating(tx, act, now),
  ),
  taskStep(
    'return-agreement',
    'serviceTask.supervise',
    { zh: '同意返程', en: 'Agree to the return' },
    nothing,
    (tx, act, now) => agreeReturn(tx, serviceTask, act, now),
  ),
  taskStep(
    'extra-approval',
    'serviceTask.supervise',
    { zh: '补签增加任务的责任书', en: 'Sign the form of a task added on site' },
    nothing,
    (tx, act, now) => approveExtra(tx, serviceTask, act, now),
  ),
  taskStep(
    'confirmation',
    'serviceTask.supervise',
    { zh: '主管确认责任书', en: 'The supervisor confirms the form' },
    nothing,
    (tx, act, now) => confirmTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'registration',
    'serviceTask.register',
    { zh: '销售内勤登记台账', en: 'The sales back office enters the task in its ledger' },
    z.object({ ledgerNumber: zText(60) }),
    (tx, act, now) => registerTask(tx, serviceTask, act, now),
  ),
]
