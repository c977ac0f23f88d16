import { settingOf, type Parameter, type Terms } from '../policy/parameter.ts'

/** A window's own reading that says: as for all windows. */
const AS_ALL = 'asAll'

/** How a window (`window.downgrade`) is read: its own setting (`Span`), else the one for all windows (`window.span`). */
export function readingFor<S extends string>(terms: Terms, window: string, read: Read): S {
  const own = `${window}${read}`
  const value = own in terms ? settingOf<string>(terms, own) : AS_ALL
  return (value === AS_ALL ? settingOf<string>(terms, `window.${read[0]!.toLowerCase()}${read.slice(1)}`) : value) as S
}

/** The numbers of the rolling windows, each with its clause. */
const numbers: Record<string, Parameter> = {
  'window.examFine': {
    clause: 'S0-A-7.4a',
    label: { zh: '培训考试每次不及格的罚款', en: 'Fine for each failed training exam' },
    unit: 'fen',
    value: 5_000,
  },
  'window.examCount': {
    clause: 'S0-A-7.4b',
    label: { zh: '累计几次不及格报降薪', en: 'Failed exams that lead to a pay downgrade request' },
    unit: 'count',
    value: 3,
  },
  'window.downgradeCount': {
    clause: 'S0-A-7.6',
    label: { zh: '几起 I 类事故报降薪', en: 'Class I accidents that lead to a pay downgrade request' },
    unit: 'count',
    value: 2,
  },
  'window.downgradeMonths': {
    clause: 'S0-A-7.6',
    label: { zh: '降薪的计算期间', en: 'Within which time, for the pay downgrade' },
    unit: 'months',
    value: 3,
  },
  'window.dismissalCountI': {
    clause: 'S0-A-7.7',
    label: { zh: '几起 I 类事故报辞退', en: 'Class I accidents that lead to a dismissal request' },
    unit: 'count',
    value: 3,
  },
  'window.dismissalCountII': {
    clause: 'S0-A-7.7',
    label: { zh: '几起 II 类事故报辞退', en: 'Class II accidents that lead to a dismissal request' },
    unit: 'count',
    value: 6,
  },
  'window.dismissalMonths': {
    clause: 'S0-A-7.7',
    label: { zh: '辞退的计算期间', en: 'Within which time, for the dismissal' },
    unit: 'months',
    value: 6,
  },
  'window.clean': {
    clause: 'S0-A-7.8',
    label: { zh: '连续无事故且评价良好、文档齐全的奖励', en: 'Reward for clean months in a row' },
    unit: 'fen',
    value: 10_000,
  },
  'window.cleanMonths': {
    clause: 'S0-A-7.8',
    label: { zh: '连续几个月', en: 'How many clean months in a row' },
    unit: 'months',
    value: 3,
  },
  'window.departmentCount': {
    clause: 'S0-A-7.S4',
    label: {
      zh: '部门几起 I 类事故报主管降薪',
      en: "Class I accidents in the department for the supervisor's downgrade",
    },
    unit: 'count',
    value: 3,
  },
  'window.departmentMonths': {
    clause: 'S0-A-7.S4',
    label: { zh: '部门 I 类事故的计算期间', en: 'Within which time, in the department' },
    unit: 'months',
    value: 3,
  },
  'window.departmentClean': {
    clause: 'S0-A-7.S5',
    label: { zh: '部门无 I 类事故的主管奖励', en: 'Reward of the supervisor for no Class I accident' },
    unit: 'fen',
    value: 10_000,
  },
  'window.departmentCleanMonths': {
    clause: 'S0-A-7.S5',
    label: { zh: '部门几个月无 I 类事故', en: 'Months without a Class I accident in the department' },
    unit: 'months',
    value: 6,
  },
  'window.gradeOneMonths': {
    clause: 'S0-A-8.1b',
    label: { zh: '一等：连续无事故、无罚款的月数', en: 'Grade one: months without accident or fine' },
    unit: 'months',
    value: 12,
  },
  'window.gradeTwoMonths': {
    clause: 'S0-A-8.1c',
    label: { zh: '二等：连续无事故、无罚款的月数', en: 'Grade two: months without accident or fine' },
    unit: 'months',
    value: 6,
  },
}

/** What the clauses leave open about windows. House rules; the default stands in each label. */
const readings: Record<string, Parameter> = {
  'window.span': {
    clause: null,
    label: {
      zh: '“几个月内”：滚动（按日期和时刻，默认）或按自然月',
      en: '"Within n months": rolling, by date and clock time (default), or calendar months',
    },
    unit: 'setting',
    value: 'rolling',
    choices: ['rolling', 'calendar'],
  },
  'window.reuse': {
    clause: null,
    label: {
      zh: '已触发处理的事件：不再计（默认）或继续计',
      en: 'An event that made a consequence: used up (default) or counts again',
    },
    unit: 'setting',
    value: 'once',
    choices: ['once', 'again'],
  },
  'window.examMonths': {
    clause: null,
    label: { zh: '不及格累计的期间，0 为不限（默认）', en: 'Time in which failed exams add up; 0: for ever (default)' },
    unit: 'months',
    value: 0,
  },
  'window.waived': {
    clause: null,
    label: {
      zh: '罚款已免除的事故、考试、评价：不再计入（默认）或仍计入',
      en: 'An accident, exam or rating whose fine was waived: no longer counts (default) or counts',
    },
    unit: 'setting',
    value: 'dropped',
    choices: ['dropped', 'counts'],
  },
  'window.cleanSpan': {
    clause: null,
    label: {
      zh: '连续无过失月：自然月（默认）、自上次过失起滚动、或自一月起固定分段',
      en: 'Clean months: calendar (default), rolling from the last blemish, or fixed blocks from January',
    },
    unit: 'setting',
    value: 'calendar',
    choices: ['calendar', 'rolling', 'fixed'],
  },
  'window.departmentCleanSpan': {
    clause: null,
    label: {
      zh: '部门无 I 类事故：自然月（默认）、滚动、或上下半年固定',
      en: 'Months without Class I: calendar (default), rolling, or fixed half-years',
    },
    unit: 'setting',
    value: 'calendar',
    choices: ['calendar', 'rolling', 'fixed'],
  },
  'window.overlap': {
    clause: null,
    label: {
      zh: '奖励期间：获奖后重新起算（默认）或可重叠',
      en: 'Rewarded periods: begin anew after a reward (default) or may overlap',
    },
    unit: 'setting',
    value: 'restart',
    choices: ['restart', 'overlap'],
  },
  'window.minDays': {
    clause: null,
    label: {
      zh: '计入奖励的月份至少在岗的工作日数（默认 10）',
      en: 'Working days at work that a month needs to count for a reward (default 10)',
    },
    unit: 'count',
    value: 10,
  },
  'window.idleMonth': {
    clause: null,
    label: {
      zh: '在岗不足的月份：中断连续（默认）或跳过',
      en: 'A month with too few days at work: breaks the row (default) or is passed over',
    },
    unit: 'setting',
    value: 'breaks',
    choices: ['breaks', 'pauses'],
  },
  'window.unsigned': {
    clause: null,
    label: {
      zh: '客户签字缺失或伪造：按差评影响连续无过失（默认）或不影响',
      en: 'A signature missing or forged: spoils clean months as a poor rating does (default), or does not',
    },
    unit: 'setting',
    value: 'poor',
    choices: ['poor', 'ignored'],
  },
  'window.gradeContribution': {
    clause: null,
    label: {
      zh: '“或其他重大贡献”代替什么：只代替技能考试（默认），或代替全部条件（至下次事故或罚款为止）',
      en: 'What another major contribution stands for: the skill exam alone (default), or every condition, until the next accident or fine',
    },
    unit: 'setting',
    value: 'examAlone',
    choices: ['examAlone', 'everything'],
  },
  'window.documents': {
    clause: null,
    label: {
      zh: '文档齐全：须有记录（默认）或无不齐记录即视为齐全',
      en: 'Complete documents: on record (default), or presumed unless found incomplete',
    },
    unit: 'setting',
    value: 'confirmed',
    choices: ['confirmed', 'presumed'],
  },
}

/** How each window is read where it differs from what holds for all of them: by default it doesn't. */
const own: Record<string, Parameter> = {
  ...ownReading('exam', '考试不及格报降薪', 'Failed exams', 'Span'),
  ...ownReading('exam', '考试不及格报降薪', 'Failed exams', 'Reuse'),
  ...ownReading('downgrade', '工程师 I 类报降薪', "The engineer's downgrade", 'Span'),
  ...ownReading('downgrade', '工程师 I 类报降薪', "The engineer's downgrade", 'Reuse'),
  ...ownReading('dismissal', '工程师报辞退', 'The dismissal', 'Span'),
  ...ownReading('dismissal', '工程师报辞退', 'The dismissal', 'Reuse'),
  ...ownReading('department', '部门 I 类报主管降薪', "The supervisor's downgrade", 'Span'),
  ...ownReading('department', '部门 I 类报主管降薪', "The supervisor's downgrade", 'Reuse'),
  ...ownReading('clean', '工程师连续无过失奖励', "The engineer's reward", 'Overlap'),
  ...ownReading('clean', '工程师连续无过失奖励', "The engineer's reward", 'IdleMonth'),
  ...ownReading('departmentClean', '部门无 I 类奖励', "The supervisor's reward", 'Overlap'),
  ...ownReading('departmentClean', '部门无 I 类奖励', "The supervisor's reward", 'IdleMonth'),
}

type Read = 'Span' | 'Reuse' | 'Overlap' | 'IdleMonth'

function ownReading(window: string, zh: string, en: string, read: Read): Record<string, Parameter> {
  const general = `window.${read[0]!.toLowerCase()}${read.slice(1)}`
  const of: Record<Read, { zh: string; en: string }> = {
    Span: { zh: '“几个月内”的算法', en: 'how months are counted' },
    Reuse: { zh: '已触发的事件', en: 'events that made a consequence' },
    Overlap: { zh: '获奖后的期间', en: 'periods after a reward' },
    IdleMonth: { zh: '在岗不足的月份', en: 'months with too few days at work' },
  }
  return {
    [`window.${window}${read}`]: {
      clause: null,
      label: {
        zh: `${zh}：${of[read].zh}，同通用口径（默认）或另定`,
        en: `${en}: ${of[read].en}, as for all windows (default) or its own`,
      },
      unit: 'setting',
      value: AS_ALL,
      choices: [AS_ALL, ...(readings[general]!.choices ?? [])],
    },
  }
}

export const windowParameters: Record<string, Parameter> = { ...numbers, ...readings, ...own }
