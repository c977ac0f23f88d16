import type { ProblemTexts } from '../problem.ts'

/** Why a sample department is not loaded, and why it is kept apart. */
export const sampleProblems = {
  'sample.loaded': {
    status: 409,
    zh: '示例部门已经载入；请先清除再重新载入。',
    en: 'The sample department is there already. Throw it away before you load it again.',
  },
  'sample.apart': {
    status: 403,
    zh: '示例部门与真实部门互不往来：示例人员只能办理示例事项，真实人员只能办理真实事项。',
    en: 'The sample department is kept apart: its people act in its own matters only, and nobody else does in those.',
  },
} as const satisfies ProblemTexts
