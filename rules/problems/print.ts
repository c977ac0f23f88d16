import type { ProblemTexts } from '../problem.ts'

export const printProblems = {
  'print.noForm': { status: 404, zh: '此事项没有这种表单。', en: 'This case has no such form.' },
  'print.notYet': { status: 409, zh: '表单内容尚未形成，暂无可打印。', en: 'There is nothing to print yet.' },
} as const satisfies ProblemTexts
