import type { Parameter } from '../policy/parameter.ts'

/** The numbers and open readings of the service task's clauses. Amounts are what is deducted, in fen. */
export const serviceTaskParameters: Record<string, Parameter> = {
  'serviceTask.overrun': {
    clause: 'S0-A-7.1',
    label: { zh: '超出预计完成时间的罚款', en: 'Fine for overrunning the estimate' },
    unit: 'fen',
    value: 5_000,
  },
  'serviceTask.poor': {
    clause: 'S0-A-7.2b',
    label: { zh: '每个差评的罚款', en: 'Fine for each poor rating' },
    unit: 'fen',
    value: 5_000,
  },
  'serviceTask.fair': {
    clause: 'S0-A-7.2c',
    label: { zh: '同时或连续多个中评的罚款', en: 'Fine for fair ratings at once or in a row' },
    unit: 'fen',
    value: 5_000,
  },
  'serviceTask.fairCount': {
    clause: 'S0-A-7.2c',
    label: { zh: '几个中评罚一次', en: 'Fair ratings that make one fine' },
    unit: 'count',
    value: 3,
  },
  'serviceTask.fairUnit': {
    clause: null,
    label: { zh: '“连续”按单项评分还是按服务次数计', en: 'Whether a row counts single scores or services' },
    unit: 'setting',
    value: 'scores',
    choices: ['scores', 'services'],
  },
  'serviceTask.fairReuse': {
    clause: null,
    label: { zh: '已计罚的中评是否再计', en: 'Whether a fair rating counts again after a fine' },
    unit: 'setting',
    value: 'once',
    choices: ['once', 'again'],
  },
  'serviceTask.signature': {
    clause: 'S0-A-7.3c',
    label: { zh: '客户签字缺失或伪造的罚款', en: "Fine for a missing or forged customer's signature" },
    unit: 'fen',
    value: 15_000,
  },
  'serviceTask.coverUp': {
    clause: 'S0-A-7.S3',
    label: {
      zh: '主管包庇签字缺失、伪造的罚款',
      en: 'Fine for a supervisor who covers up a missing or forged signature',
    },
    unit: 'fen',
    value: 10_000,
  },
}
