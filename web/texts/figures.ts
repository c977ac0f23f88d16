import type { Text } from '../../rules/text.ts'

/** Figures over many cases. */
export const words = {
  title: { zh: '统计图表', en: 'Figures' },
  months: { zh: '期间', en: 'Period' },
  lastMonths: { zh: '近 {n} 个月', en: 'Last {n} months' },
  calls: { zh: '未接来电与回电用时', en: 'Missed calls and how soon they were returned' },
  missed: { zh: '未接', en: 'Missed' },
  returned: { zh: '已回电', en: 'Returned' },
  median: { zh: '用时中位数（分钟）', en: 'Median (minutes)' },
  slow: { zh: '九成在此内（分钟）', en: 'Nine in ten within (minutes)' },
  timeliness: { zh: '各条款准时率', en: 'Kept on time, by clause' },
  clause: { zh: '条款', en: 'Clause' },
  month: { zh: '月份', en: 'Month' },
  kept: { zh: '按时', en: 'On time' },
  late: { zh: '超时', en: 'Late' },
  rate: { zh: '准时率', en: 'Rate' },
  inAll: { zh: '合计', en: 'In all' },
  open: { zh: '未办事项的紧急程度', en: 'How urgent what is open is' },
  urgency: { zh: '期限', en: 'Due' },
  count: { zh: '项数', en: 'Promises' },
  money: { zh: '奖惩金额（元）', en: 'Fines and rewards (yuan)' },
  fines: { zh: '罚款', en: 'Fines' },
  rewards: { zh: '奖励', en: 'Rewards' },
  nothing: { zh: '该期间没有数据', en: 'There is nothing in this period' },
} as const satisfies Record<string, Text>
