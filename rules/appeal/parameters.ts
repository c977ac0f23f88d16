import type { Parameter } from '../policy/parameter.ts'

/** The clocks of due process. House rules: no rulebook knows an appeal. */
export const appealParameters: Record<string, Parameter> = {
  'consequence.appealWithin': {
    clause: null,
    label: { zh: '确认后申诉期', en: 'Appeal after confirmation' },
    unit: 'workingDays',
    value: 5,
  },
  'appeal.decideTarget': {
    clause: null,
    label: {
      zh: '裁定申诉、处罚建议和所述原因的内部目标',
      en: 'House target for deciding appeals, proposed penalties and causes given',
    },
    unit: 'workingDays',
    value: 3,
  },
}
