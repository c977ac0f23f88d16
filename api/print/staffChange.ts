import { eq } from 'drizzle-orm'
import { filesOf } from '../../db/attachment/attach.ts'
import { project } from '../../db/schema/customer.ts'
import { checkReach, reachOf } from '../../db/staffChange/reach.ts'
import { readChange } from '../../db/staffChange/read.ts'
import { refuse } from '../../rules/problem.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { enclosureLabels, staffChangePromises } from '../../rules/staffChange/labels.ts'
import { DELIVERABLES, type Enclosure } from '../../rules/staffChange/parameters.ts'
import { localDate } from '../../rules/time/local.ts'
import { clock } from '../pdf/text.ts'
import { clauseOf, namedBox, namesIn, reachFor, type ReadPaper, type Wanted } from './form.ts'
import { paperForms } from '../../rules/print/forms.ts'
import type { Entry } from './paper.ts'

async function changeFor(wanted: Wanted) {
  const { db, caseId, caller, now } = wanted
  reachFor(wanted, 'staffChange.read')
  await checkReach(db, await reachOf(db, caller, 'staffChange.read'), caseId)
  const [change, nameOf] = await Promise.all([readChange(db, caseId, now), namesIn(db)])
  const [site] = await db.select({ name: project.name }).from(project).where(eq(project.id, change.projectId))
  const latest = (kind: string) => change.facts.findLast((fact) => fact.kind === kind)
  const people: Entry[] = [
    { label: { zh: '项目', en: 'project' }, value: site?.name, wide: true },
    { label: { zh: '离任人员', en: 'leaves' }, value: nameOf(change.outgoingId) },
    { label: { zh: '接替人员', en: 'takes over' }, value: nameOf(change.incomingId) },
  ]
  return { change, nameOf, latest, people }
}

/** The contractor's application for a change of resident staff, with its papers and what each body decided. */
export const changeApplication: ReadPaper = async (wanted) => {
  const { change, nameOf, latest, people } = await changeFor(wanted)
  const { plan } = change
  const applied = latest('applied')
  const files = await filesOf(wanted.db, wanted.caseId)
  const enclosures = (applied?.data['enclosures'] ?? []) as { kind: Enclosure; attachmentId: string }[]
  const papers = enclosures.map(
    ({ kind, attachmentId }) =>
      `${enclosureLabels[kind].zh} ${enclosureLabels[kind].en}：${files.find((file) => file.id === attachmentId)?.name ?? ''}`,
  )
  const decisions = change.facts.filter((fact) => fact.kind === 'approved' || fact.kind === 'turnedDown')
  return {
    clause: clauseOf(paperForms.staffChange.application, change.obligations) ?? undefined,
    sections: [
      {
        entries: [
          ...people,
          { label: { zh: '通知日期', en: 'notice on' }, value: plan.noticeOn },
          { label: { zh: '申请日期', en: 'application on' }, value: plan.applyOn },
          { label: { zh: '交接开始', en: 'handover from' }, value: plan.handoverStartOn },
          { label: { zh: '接替日', en: 'takes over on' }, value: plan.takesOverOn },
          { label: { zh: '随附材料', en: 'papers enclosed' }, value: papers.join('\n'), wide: true },
        ],
      },
      {
        head: { zh: '甲方审批', en: "The client's decisions" },
        entries: decisions.map(({ kind, data, occurredAt }) => ({
          label: roles[data['role'] as Role],
          value: [
            kind === 'approved' ? '同意 approved' : '不同意 turned down',
            clock(occurredAt),
            data['reason'] as string | null,
          ]
            .filter(Boolean)
            .join('　'),
          wide: true,
        })),
      },
    ],
    boxes: [
      namedBox({ zh: '申请人', en: 'Applicant' }, nameOf(applied?.byId), applied?.occurredAt),
      namedBox({ zh: '甲方盖章', en: "The client's stamp" }, '', undefined),
    ],
  }
}

/** The form by which both sides confirm a handover: its days, and each thing handed over. */
export const handoverConfirmation: ReadPaper = async (wanted) => {
  const { change, nameOf, latest, people } = await changeFor(wanted)
  const { handover, facts } = change
  if (!handover) return refuse('print.notYet')
  const done = latest('handedOver')
  const given = DELIVERABLES.map((deliverable) => {
    const fact = facts.findLast((one) => one.kind === 'delivered' && one.data['deliverable'] === deliverable)
    return { label: staffChangePromises[deliverable]!, value: fact ? clock(fact.occurredAt) : '', wide: true }
  })
  return {
    clause: clauseOf(paperForms.staffChange.confirmation, change.obligations) ?? undefined,
    sections: [
      {
        entries: [
          ...people,
          { label: { zh: '交接开始', en: 'began' }, value: localDate(handover.beganAt) },
          { label: { zh: '交接完成', en: 'complete' }, value: done ? clock(done.occurredAt) : '' },
          {
            label: { zh: '最短交接期', en: 'at least' },
            value: handover.days === null ? '' : `${handover.days} 个工作日 working days`,
          },
          { label: { zh: '不早于', en: 'not before' }, value: handover.endsAt === null ? '' : clock(handover.endsAt) },
        ],
      },
      { head: { zh: '交接内容', en: 'What was handed over' }, entries: given },
    ],
    boxes: [
      namedBox({ zh: '移交人', en: 'Handed over by' }, nameOf(change.outgoingId), undefined),
      namedBox({ zh: '接收人', en: 'Received by' }, nameOf(change.incomingId), undefined),
      namedBox({ zh: '甲方确认', en: 'Confirmed by the client' }, '', undefined),
    ],
  }
}
