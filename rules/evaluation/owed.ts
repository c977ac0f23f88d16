import { latest, type CaseView } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { isBlank, numberOf } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'
import { promptDecision } from '../appeal/appeal.ts'
import { cite } from './cite.ts'
import { dueBy } from './period.ts'
import type { Method } from './programme.ts'
import { keysOf, programmeOf } from './programmes.ts'
import { gradeNamed } from './result.ts'

/** What the fact that opens an evaluation says of it. */
export interface Opened {
  programme: string
  method: Method
  fromOn: string
  toOn: string
  assessorRole: Role
}

export const evaluationPromises = {
  assess: { zh: '完成考核评分', en: 'Score the evaluation' },
  followUp: { zh: '按考核结果提出奖惩或培训', en: 'Propose what follows from the result' },
} as const satisfies Record<string, Text>

/** What an evaluation owes: the assessment, and for the best and the worst grade what follows from it. */
export function owedByEvaluation(promise: string, view: CaseView): Owed[] {
  const opened = latest(view, 'opened')
  if (!opened) return []
  const given = opened.data as unknown as Opened
  const programme = programmeOf(given.programme)!
  const bearer = { role: given.assessorRole }
  if (promise === 'assess')
    return [
      {
        ...cite(view.terms, programme.id, programme.clause),
        bearer,
        anchorAt: view.startedAt,
        answerableFromAt: Math.max(view.startedAt, opened.recordedAt),
        due: assessDue(view, given),
      },
    ]
  if (promise !== 'followUp') throw new Error(`an evaluation knows no promise ${promise}`)
  const assessed = latest(view, 'assessed')
  const grade = assessed && gradeNamed(programme, assessed.data.grade as string)
  if (!assessed || !grade?.leadsTo) return []
  const due = promptDecision(view, assessed.occurredAt)
  return [{ ...cite(view.terms, programme.id, programme.clause), bearer, anchorAt: assessed.occurredAt, due }]
}

/** A regular one by the end of the next period (S1-5.3.3: once a quarter); a blank interval leaves it unset. */
function assessDue({ terms }: CaseView, { programme, method, toOn }: Opened): Due {
  const { months } = keysOf(programme)
  if (method !== 'regular') return { kind: 'none' }
  if (isBlank(terms, months) || numberOf(terms, months) === 0) return { kind: 'unset' }
  return { kind: 'by', at: dueBy({ toOn }, numberOf(terms, months)), edge: 'within' }
}
