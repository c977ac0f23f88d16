import type { ProblemTexts } from '../problem.ts'

/** Why a sample department is not loaded. */
export const sampleProblems = {
  'sample.loaded': {
    status: 409,
    zh: '示例部门已经载入；请先清除再重新载入。',
    en: 'The sample department is there already. Throw it away before you load it again.',
  },
} as const satisfies ProblemTexts
