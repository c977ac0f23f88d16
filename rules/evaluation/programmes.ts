import type { Parameter, Terms } from '../policy/parameter.ts'
import { leaders, staffRoles } from '../roles.ts'
import { evaluationS1 } from './S1.ts'
import { evaluationS3 } from './S3.ts'
import { evaluationsS4 } from './S4.ts'
import { METHODS, type Criterion, type Method, type Programme } from './programme.ts'

/** Every rulebook that evaluates its people, in the order in which they are shown. */
export const programmes: readonly Programme[] = [evaluationS1, evaluationS3, ...evaluationsS4]

/** A programme by id; undefined where no rulebook has one of that name. */
export const programmeOf = (id: string): Programme | undefined => programmes.find((one) => one.id === id)

/** The names of a programme's parameters. */
export const keysOf = (id: string) => ({
  months: `evaluation.${id}.months`,
  assessor: `evaluation.${id}.assessor`,
  subjects: `evaluation.${id}.subjects`,
  from: (grade: string) => `evaluation.${id}.from.${grade}`,
  weight: (criterion: string) => `evaluation.${id}.weight.${criterion}`,
  target: (criterion: string) => `evaluation.${id}.target.${criterion}`,
})

/** Whether a rulebook in force for these terms has the programme. */
export const isHeld = (terms: Terms, id: string): boolean => terms[keysOf(id).months] !== undefined

/** The parameters of a programme: what its rulebook states, and a blank for what it leaves open. */
export function evaluationParameters(programme: Programme): Record<string, Parameter> {
  const { id, label, clause, months, assessor, assessorClause, grades, gradeClause, subjects } = programme
  const keys = keysOf(id)
  const named = (zh: string, en: string) => ({ zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` })
  const parameters: Record<string, Parameter> = {
    [keys.months]: { clause, label: named('每几个月一次', 'months between two'), unit: 'months', value: months },
    [keys.assessor]: {
      clause: assessorClause,
      label: named('考核人', 'who assesses'),
      unit: 'setting',
      value: assessor,
      choices: [...new Set([...leaders, assessor, 'qualityControl'])],
    },
    [keys.subjects]: {
      clause,
      label: named('考核对象（岗位）', 'whom it evaluates, by post'),
      unit: 'setting',
      value: [...subjects],
      choices: staffRoles,
    },
  }
  for (const grade of grades.slice(0, -1))
    parameters[keys.from(grade.id)] = {
      clause: gradeClause,
      label: named(`“${grade.label.zh}”的最低总分`, `lowest total for “${grade.label.en}”`),
      unit: 'count',
      value: null,
    }
  for (const criterion of criteriaOf(programme, 'regular')) {
    if (programme.weightClause)
      parameters[keys.weight(criterion.id)] = {
        clause: programme.weightClause,
        label: named(`${criterion.label.zh}的权重`, `weight of ${criterion.label.en}`),
        unit: 'count',
        value: null,
      }
    if (programme.targetClause && criterion.indicator)
      parameters[keys.target(criterion.id)] = {
        clause: programme.targetClause,
        label: named(`${criterion.label.zh}的指标（%）`, `target of ${criterion.label.en} (%)`),
        unit: 'count',
        value: null,
      }
  }
  return parameters
}

/** What a programme looks at by a method; nothing where it doesn't know the method. */
export const criteriaOf = ({ criteria }: Programme, method: Method): readonly Criterion[] => criteria[method] ?? []

/** The methods a programme knows (S1-5.3.2). */
export const methodsOf = (programme: Programme): Method[] =>
  METHODS.filter((method) => criteriaOf(programme, method).length > 0)
