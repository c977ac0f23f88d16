import type { Policy } from './parameter.ts'
import { printOfN } from './S4N.ts'

/** The third print of N, with an article of its own on replacements that the client demands. */
export const S4S: Policy = {
  id: 'S4-S',
  title: { zh: '驻场运维人员管理（含更换条款）', en: 'Resident operation staff, with replacement on demand' },
  topics: ['staffChange', 'attendance'],
  boundTo: null,
  parameters: {
    ...printOfN({
      hours: 'S4-S-2.1',
      notice: 'S4-S-3.1',
      application: 'S4-S-3.2',
      handover: 'S4-S-3.3',
      statement: 'S4-S-2.5a',
    }),
    'staffChange.replacementBy': {
      clause: 'S4-S-3.4a',
      label: { zh: '谁可要求更换驻场人员', en: 'Who may demand a replacement' },
      unit: 'setting',
      value: 'clientInformation',
    },
    'staffChange.replaceWithin': {
      clause: 'S4-S-3.4b',
      label: { zh: '应要求更换人员的完成时限', en: 'A demanded replacement is completed within' },
      unit: 'workingDays',
      value: 15,
    },
    'staffChange.replacementApproval': {
      clause: 'S4-S-3.4c',
      label: { zh: '接替者试用前的申请与批准', en: 'Application and approval before the successor’s trial' },
      unit: 'setting',
      value: 'beforeTrial',
      choices: ['beforeTrial'],
    },
    'staffChange.replacementHandover': {
      clause: 'S4-S-3.4d',
      label: { zh: '应要求更换时的最短交接', en: 'Shortest handover of a demanded replacement' },
      unit: 'workingDays',
      value: 10,
    },
  },
}
