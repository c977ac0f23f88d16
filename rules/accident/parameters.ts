import { DAY } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'

const prompt = { unit: 'setting', value: 'prompt', choices: ['prompt'] } as const

/** The fines of accidents, the duties after one, and what their clauses leave open. Amounts are what is deducted, in fen. */
export const accidentParameters: Record<string, Parameter> = {
  'accident.leaders': {
    clause: null,
    label: {
      zh: '“副总以上领导”：公司领导（默认）或含客服中心总经理、副总经理',
      en: '"Vice general manager or above": of the company (default), or the service centre too',
    },
    unit: 'setting',
    value: 'company',
    choices: ['company', 'centre'],
  },
  'accident.sameWithin': {
    clause: null,
    label: {
      zh: '同一工程师多久以内的事故先按同一事实对待（一事一案）',
      en: 'Accidents of one engineer that close together are taken for one fact, unless said otherwise',
    },
    unit: 'ms',
    value: 3 * DAY,
  },
  'accident.mobilise': {
    clause: 'S0-A-5.1b',
    label: { zh: 'I 类事故立即调动资源', en: 'Resources mobilised at once for Class I' },
    ...prompt,
  },
  'accident.solve': {
    clause: 'S0-A-6.2a',
    label: { zh: '组织人员解决，不成另提方案', en: 'People organised; another solution if that fails' },
    unit: 'setting',
    value: 'noClock',
    choices: ['noClock'],
  },
  'accident.reflectI': {
    clause: 'S0-A-5.1c',
    label: { zh: 'I 类事故反思（未写期限）', en: 'Reflection on a Class I accident (no deadline stated)' },
    ...prompt,
  },
  'accident.reflectII': {
    clause: 'S0-A-5.2b',
    label: { zh: 'II 类事故反思（未写期限）', en: 'Reflection on a Class II accident (no deadline stated)' },
    ...prompt,
  },
  'accident.review': {
    clause: 'S0-A-6.2b',
    label: { zh: '与工程师共同总结（未写期限）', en: 'Joint review with the engineer (no deadline stated)' },
    ...prompt,
  },
  'accident.bulletin': {
    clause: 'S0-A-6.2b',
    label: { zh: '解决后几个工作日内发事故通报（原文空白）', en: 'Working days for the bulletin (blank in the text)' },
    unit: 'workingDays',
    value: null,
  },
  'accident.bulletinLate': {
    clause: 'S0-A-7.S1c',
    label: { zh: '主管事故通报不及时的罚款', en: "Fine for the supervisor's late bulletin" },
    unit: 'fen',
    value: 2_000,
  },
  'accident.fineI': {
    clause: 'S0-A-7.5a',
    label: { zh: '每起 I 类事故的罚款', en: 'Fine for each Class I accident' },
    unit: 'fen',
    value: 10_000,
  },
  'accident.fineII': {
    clause: 'S0-A-7.5b',
    label: { zh: '每起 II 类事故的罚款', en: 'Fine for each Class II accident' },
    unit: 'fen',
    value: 5_000,
  },
  'accident.supervisorFineI': {
    clause: 'S0-A-7.S2a',
    label: { zh: '每起 I 类事故主管的罚款', en: "Supervisor's fine for each Class I accident" },
    unit: 'fen',
    value: 5_000,
  },
  'accident.supervisorFineII': {
    clause: 'S0-A-7.S2b',
    label: { zh: '每起 II 类事故主管的罚款', en: "Supervisor's fine for each Class II accident" },
    unit: 'fen',
    value: 3_000,
  },
}
