import { readCall } from '../../db/call/board.ts'
import { annexFields, categoryLabels } from '../../rules/call/annex.ts'
import type { CallCategory } from '../../rules/call/owed.ts'
import { refuse } from '../../rules/problem.ts'
import { clock } from '../pdf/text.ts'
import { namedBox, namesIn, reachFor, wholeCase, type ReadPaper } from './form.ts'

/** The fields of Annex 1 that fit on half a line. */
const SHORT: readonly string[] = ['name', 'contactDetails', 'employer']

/** Annex 1 as it was recorded (S2-3.1.3), with who took the call and who has it. */
export const annex1: ReadPaper = async (wanted) => {
  const { db, caseId, caller } = wanted
  const call = await readCall(db, caseId, reachFor(wanted, 'call.read'), caller.personId)
  if (!call) return refuse('case.unknown', { field: 'id' })
  const [{ facts }, nameOf] = await Promise.all([wholeCase(wanted), namesIn(db)])
  const recorded = facts.findLast((fact) => fact.kind === 'recorded')
  const category = call.category ? categoryLabels[call.category as CallCategory] : undefined
  const filled = (call.record ?? {}) as Record<string, string | undefined>
  return {
    sections: [
      {
        entries: [
          { label: { zh: '来电时间', en: 'rang at' }, value: clock(call.startedAt) },
          { label: { zh: '来电号码', en: 'number' }, value: call.number },
          { label: { zh: '客户', en: 'customer' }, value: call.customerName },
          { label: { zh: '分类', en: 'class' }, value: category && `${category.zh} ${category.en}` },
          ...Object.entries(annexFields)
            .sort(([a], [b]) => Number(SHORT.includes(b)) - Number(SHORT.includes(a)))
            .map(([field, label]) => ({ label, value: filled[field], wide: !SHORT.includes(field) })),
          { label: { zh: '责任人', en: 'assigned to' }, value: call.assigneeExternal ?? nameOf(call.assigneeId) },
        ],
      },
    ],
    boxes: [
      namedBox({ zh: '登记人', en: 'Recorded by' }, nameOf(call.takerId), recorded?.occurredAt),
      namedBox({ zh: '责任人', en: 'Assigned to' }, call.assigneeExternal ?? nameOf(call.assigneeId), undefined),
    ],
  }
}
