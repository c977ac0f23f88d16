import type { Parameter } from '../policy/parameter.ts'

/** How base pay counts where a month is not whole. */
export const PART_MONTH = ['calendarDays', 'workingDays', 'wholeMonth'] as const
export type PartMonth = (typeof PART_MONTH)[number]

const grade = (clause: string, zh: string, en: string, value: number): Parameter => ({
  clause,
  label: { zh: `${zh}基本工资（每月）`, en: `Base pay of ${en}, per month` },
  unit: 'fen',
  value,
})

const percent = (clause: string, zh: string, en: string, value: number | null): Parameter => ({
  clause,
  label: { zh: `${zh}（%）`, en: `${en} (%)` },
  unit: 'count',
  value,
})

/** Base pay, bonus and allowances. What the rulebook leaves blank blocks its own rule until somebody sets it. */
export const payParameters: Record<string, Parameter> = {
  'pay.gradeOne': grade('S0-A-8.1b', '一等', 'grade one', 200_000),
  'pay.gradeTwo': grade('S0-A-8.1c', '二等', 'grade two', 180_000),
  'pay.gradeThree': grade('S0-A-8.1d', '三等', 'grade three', 150_000),
  'pay.bonusBase': {
    clause: 'S0-A-8.1f',
    label: { zh: '半年奖金基数', en: 'Base of the half-yearly bonus' },
    unit: 'fen',
    value: null,
  },
  'pay.tierOne': percent('S0-A-8.1f', '第一档：排名前百分之几', 'First tier: the first so many of the ranking', null),
  'pay.tierTwo': percent('S0-A-8.1f', '第二档：排名前百分之几', 'Second tier: up to so many of the ranking', null),
  'pay.coefficientOne': percent('S0-A-8.1f', '第一档系数', "First tier's coefficient", 80),
  'pay.coefficientTwo': percent('S0-A-8.1f', '第二档系数', "Second tier's coefficient", 50),
  'pay.coefficientThree': percent('S0-A-8.1f', '第三档系数', "Third tier's coefficient", 30),
  'pay.helperMost': {
    clause: 'S0-A-8.1e',
    label: {
      zh: '服务过本区域的非区域人员的奖励（每人上限）',
      en: 'Reward of somebody from outside who served a region (at most)',
    },
    unit: 'fen',
    value: null,
  },
  'pay.travelPerDay': {
    clause: 'S0-A-8.2a',
    label: { zh: '出差补助（每天）', en: 'Travel allowance per day' },
    unit: 'fen',
    value: null,
  },
  'pay.phonePerMonth': {
    clause: 'S0-A-8.2b',
    label: { zh: '话费补助（每月）', en: 'Phone allowance per month' },
    unit: 'fen',
    value: null,
  },
  // What the clauses leave open; the default stands in the label.
  'pay.rankedMonths': {
    clause: null,
    label: {
      zh: '参加半年排名至少在岗的月数（默认 3）',
      en: 'Months in the post that the half-year’s ranking asks for (default 3)',
    },
    unit: 'months',
    value: 3,
  },
  'pay.partMonth': {
    clause: null,
    label: {
      zh: '月中入职、离职或基本工资变动：按日历日（默认）、按工作日折算，或按在岗首日算整月',
      en: 'Base pay where a month is not whole or changes in it: by calendar days (default), by working days, or the whole month as on the first day in the post',
    },
    unit: 'setting',
    value: 'calendarDays',
    choices: PART_MONTH,
  },
  'pay.arrearsMonths': {
    clause: null,
    label: {
      zh: '薪酬更正追溯的已结月份数（默认 12，0 为不追溯）',
      en: 'Closed months that later knowledge may put right in pay (default 12; 0: none)',
    },
    unit: 'count',
    value: 12,
  },
}

/** Which parameters of a rule are still blank, of those named. */
export const GRADE_PAY = { 1: 'pay.gradeOne', 2: 'pay.gradeTwo', 3: 'pay.gradeThree' } as const
