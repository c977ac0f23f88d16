import type { AccidentClass } from '../accident/grounds.ts'
import type { Grade } from '../serviceTask/ratings.ts'
import type { PayGrade } from '../window/payGrade.ts'

/**
 * What people record about a person because no procedure yields it. A joint training is recorded of who held it. Those that begin with `opening` are taken over from
 * the time before: they count, but cost and earn nothing themselves. A supervisor's opening accidents and clean months are
 * the department's.
 */
export type PersonRecord =
  | { kind: 'examTaken'; exam: 'training' | 'skill'; passed: boolean }
  | { kind: 'documentsChecked'; month: string; complete: boolean }
  | { kind: 'contribution'; note: string }
  | { kind: 'trained'; minutes: number }
  | { kind: 'jointTraining'; regionId: string }
  | { kind: 'payGradeSet'; grade: PayGrade }
  | { kind: 'openingAccident'; class: AccidentClass }
  | { kind: 'openingRating'; worst: Grade }
  | { kind: 'openingFairRow'; count: number }
  | { kind: 'openingExamFailed' }
  | { kind: 'openingCleanMonth'; month: string }

export type RecordKind = PersonRecord['kind']

export const RECORD_KINDS = [
  'examTaken',
  'documentsChecked',
  'contribution',
  'trained',
  'jointTraining',
  'payGradeSet',
  'openingAccident',
  'openingRating',
  'openingFairRow',
  'openingExamFailed',
  'openingCleanMonth',
] as const satisfies readonly RecordKind[]
