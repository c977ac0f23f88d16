import type { ProblemTexts } from '../problem.ts'

/** Equipment at customers, the faults reported by its labels, and its repairs. */
export const equipmentProblems = {
  'equipment.notFound': { status: 404, zh: '没有这台设备。', en: 'There is no such equipment.' },
  'repair.unknown': { status: 404, zh: '没有这条维修记录。', en: 'There is no such repair.' },
  'repair.ownOnly': {
    status: 403,
    zh: '只能登记本人完成的维修；他人的由接线员或主管登记。',
    en: 'You record your own repairs only; those of others are for call takers and superiors.',
  },
  'repair.ownMatter': {
    status: 403,
    zh: '不能更正本人的维修记录。',
    en: 'Nobody corrects the record of their own repair.',
  },
  'repair.otherCase': {
    status: 422,
    zh: '此事项与该设备及其客户无关。',
    en: 'This case is about neither the equipment nor its customer.',
  },
  'repair.sameDay': {
    status: 409,
    zh: '该设备当日已有维修记录；确属另一次维修的，请勾选说明。',
    en: 'The equipment has a repair of that day already; say so if this is another one.',
  },
  'repair.takenBack': { status: 409, zh: '此维修记录已撤销。', en: 'This repair was taken back.' },
  'repair.failedBefore': {
    status: 422,
    zh: '故障时间须晚于维修时间。',
    en: 'It has to have failed after it was repaired.',
  },
  'repair.unknownSign': {
    status: 409,
    zh: '此维修没有这项故障，或已如此处理。',
    en: 'This repair has no such fault, or that was decided already.',
  },
  'equipment.otherCustomer': {
    status: 422,
    zh: '此项目不属于该客户。',
    en: 'This project belongs to another customer.',
  },
} as const satisfies ProblemTexts
