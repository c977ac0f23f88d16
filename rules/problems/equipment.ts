import type { ProblemTexts } from '../problem.ts'

/** Equipment at customers, and the faults reported by its labels. */
export const equipmentProblems = {
  'equipment.notFound': { status: 404, zh: '没有这台设备。', en: 'There is no such equipment.' },
  'equipment.otherCustomer': {
    status: 422,
    zh: '此项目不属于该客户。',
    en: 'This project belongs to another customer.',
  },
} as const satisfies ProblemTexts
