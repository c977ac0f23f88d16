import { readAccident } from '../../db/accident/read.ts'
import { groundLabels } from '../../rules/accident/grounds.ts'
import { paperForms } from '../../rules/print/forms.ts'
import { refuse } from '../../rules/problem.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { clock } from '../pdf/text.ts'
import { clauseOf, namedBox, namesIn, reachFor, type ReadPaper, type Wanted } from './form.ts'
import type { Entry } from './paper.ts'

async function accidentFor(wanted: Wanted, kind: string) {
  const { db, caseId, caller } = wanted
  reachFor(wanted, 'accident.own')
  const reach = { scope: scopeOf(caller.grants, 'accident.oversee'), personId: caller.personId }
  const [one, nameOf] = await Promise.all([readAccident(db, caseId, reach), namesIn(db)])
  const step = one.steps.findLast((done) => done.kind === kind)
  if (!step) return refuse('print.notYet')
  const grounds = one.grounds
    .filter((ground) => ground.stands)
    .map(({ ground, source }) => `${groundLabels[ground.kind].zh} ${groundLabels[ground.kind].en}：${source}`)
  const about: Entry[] = [
    { label: { zh: '工程师', en: 'engineer' }, value: nameOf(one.engineerId) },
    { label: { zh: '主管', en: 'supervisor' }, value: nameOf(one.supervisorId) },
    { label: { zh: '发生时间', en: 'happened at' }, value: clock(one.occurredAt) },
    { label: { zh: '等级', en: 'class' }, value: one.class && `${one.class} 类 Class ${one.class}` },
    { label: { zh: '经过', en: 'what happened' }, value: one.description, wide: true },
    { label: { zh: '定级事由', en: 'grounds' }, value: grounds.join('\n'), wide: true },
  ]
  return { one, nameOf, step, about }
}

/** The bulletin that all service staff got (S0-A-6.2b). */
export const accidentBulletin: ReadPaper = async (wanted) => {
  const { nameOf, step, about } = await accidentFor(wanted, 'bulletinSent')
  return {
    sections: [
      { entries: about },
      {
        head: { zh: '通报', en: 'Bulletin' },
        entries: [
          { label: { zh: '标题', en: 'title' }, value: step.data['title'] as string, wide: true },
          { label: { zh: '正文', en: 'text' }, value: step.data['body'] as string, wide: true },
        ],
      },
    ],
    boxes: [namedBox({ zh: '发布人', en: 'Issued by' }, nameOf(step.byId), step.occurredAt)],
  }
}

/** The engineer's reflection after the accident was resolved (S0-A-5.1c, S0-A-5.2b). */
export const accidentReflection: ReadPaper = async (wanted) => {
  const { one, nameOf, step, about } = await accidentFor(wanted, 'reflected')
  const reviewed = one.steps.findLast((done) => done.kind === 'reviewed')
  return {
    clause: clauseOf(paperForms.accident.reflection, one.obligations) ?? undefined,
    sections: [
      { entries: about },
      {
        head: { zh: '反思', en: 'Reflection' },
        entries: [{ label: { zh: '内容', en: 'text' }, value: step.data['text'] as string, wide: true }],
      },
      ...(reviewed
        ? [
            {
              head: { zh: '共同总结', en: 'Review' },
              entries: [{ label: { zh: '内容', en: 'text' }, value: reviewed.data['text'] as string, wide: true }],
            },
          ]
        : []),
    ],
    boxes: [
      namedBox({ zh: '工程师', en: 'Engineer' }, nameOf(step.byId), step.occurredAt),
      namedBox({ zh: '主管', en: 'Supervisor' }, nameOf(reviewed?.byId), reviewed?.occurredAt),
    ],
  }
}
