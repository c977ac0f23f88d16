import type { Parameter } from '../policy/parameter.ts'

/** The month's assessment sheet. */
export const assessmentParameters: Record<string, Parameter> = {
  'assessment.within': {
    clause: 'S0-A-6.4',
    label: { zh: '考核表：每月前几个工作日内出具', en: 'Assessment sheet: within the first working days of the month' },
    unit: 'workingDays',
    value: 3,
  },
}

/** What the rulebooks leave open about the sheet. */
export const assessmentHouseParameters: Record<string, Parameter> = {
  'assessment.counts': {
    clause: null,
    label: {
      zh: '罚款确认后计入考核表，还是一经记录即计入',
      en: 'Whether a fine comes on the sheet once confirmed, or once recorded',
    },
    unit: 'setting',
    value: 'confirmed',
    choices: ['confirmed', 'recorded'],
  },
}
