import type { Text } from '../../rules/text.ts'
import type { RecommendedAction } from '../../rules/window/entry.ts'

/** Rolling windows, and what they recommend. */
export const words = {
  none: { zh: '没有适用滚动期间的人员', en: 'Nobody has rolling windows' },
  window: { zh: '规则', en: 'Window' },
  reading: { zh: '口径', en: 'Reading' },
  state: { zh: '现状', en: 'State' },
  wouldTake: { zh: '还差', en: 'What it would take' },
  blocked: { zh: '制度留空，不计算', en: 'Blank in the rulebook: not counted' },
  counting: { zh: '计入 {n} 起', en: '{n} count' },
  nothingCounts: { zh: '无计入的事件', en: 'Nothing counts' },
  times: { zh: '已触发 {n} 次', en: 'Reached {n} times' },
  lacking: { zh: '再有 {n} 起即{action}', en: '{n} more: {action}' },
  until: { zh: '最早一起计至', en: 'the oldest counts until' },
  forEver: { zh: '不限期', en: 'for ever' },
  row: { zh: '已连续 {n} 个月', en: '{n} clean months in a row' },
  lackingMonths: { zh: '再满 {n} 个月得奖励', en: '{n} more clean months for the reward' },
  earliest: { zh: '最早 {date}', en: '{date} at the earliest' },
  noRecords: { zh: '尚无记录', en: 'No records yet' },
  within: { zh: '{months} 个月内 {count} 起', en: '{count} within {months} months' },
  ever: { zh: '累计 {count} 起', en: '{count} in all' },
  cleanFor: { zh: '连续 {months} 个月', en: '{months} months in a row' },
  ofPerson: { zh: '只看此人', en: 'Only of this person' },
  asks: { zh: '建议', en: 'Asks for' },
  noRecommendations: { zh: '没有建议', en: 'No recommendations' },
  waitingOnly: { zh: '待总经理裁定', en: 'For the general manager to decide' },
  decision: { zh: '裁定', en: 'Decision' },
  approved: { zh: '已批准', en: 'Approved' },
  declined: { zh: '未采纳', en: 'Declined' },
  upheld: { zh: '维持', en: 'Upheld' },
  revoked: { zh: '撤销', en: 'Revoked' },
  groundFell: { zh: '依据已不成立', en: 'Its ground fell away' },
  target: { zh: '降至', en: 'To grade' },
  noTarget: { zh: '已是最低档，无可降档次', en: 'No target: the grade is the lowest already' },
  because: { zh: '理由', en: 'Because' },
  entry: { zh: '台账记录', en: 'Entry of the ledger' },
  decide: { zh: '裁定建议', en: 'Decide on it' },
  approve: { zh: '批准（依据已不成立时：维持）', en: 'Approve (where its ground fell away: uphold)' },
  refuse: { zh: '不采纳（依据已不成立时：撤销）', en: 'Decline (where its ground fell away: revoke)' },
  noted: { zh: '无可降档次时，批准仅作记录。', en: 'Where there is no target, a yes is only put on record.' },
} as const satisfies Record<string, Text>

/** Minimums and caps that cost nobody anything and are shown beside the windows. */
export const watchWords = {
  title: { zh: '关注的下限与上限', en: 'Watched minimums and caps' },
  hint: { zh: '制度未规定金额：只提示，不计罚。', en: 'The rulebooks name no amount: they are shown and fine nobody.' },
  none: { zh: '没有需要关注的事项', en: 'Nothing to watch' },
  subject: { zh: '对象', en: 'Whom or what' },
  rule: { zh: '规则', en: 'Rule' },
  soFar: { zh: '现有 / 标准', en: 'So far / number' },
  lacks: { zh: '还差 {amount}', en: '{amount} to go' },
  over: { zh: '超出 {amount}', en: '{amount} too much' },
  period: { zh: '起止', en: 'From, until' },
  noEnd: { zh: '无截止', en: 'no end' },
  share: { zh: '{of} 次维修', en: 'Repairs: {of}' },
  shareOfPieces: { zh: '{of} 台设备', en: 'Pieces of equipment: {of}' },
  shareFailed: { zh: '{failed} 次再次故障', en: '{failed} failed again' },
  shareFailedPieces: { zh: '{failed} 台再次故障', en: '{failed} failed again' },
  noWarranty: { zh: '维修质保期未设定', en: 'No warranty of repairs is set' },
} as const satisfies Record<string, Text>

/** Of whom or what they are. */
export const aboutWords = {
  person: { zh: '人员：事假、培训', en: 'People: personal leave, training' },
  job: { zh: '超过一周的服务：每周工单', en: 'Services longer than a week: weekly work orders' },
  region: { zh: '省（区域）：集中培训', en: 'Provinces (regions): joint training' },
  repair: { zh: '返修设备：质保期内故障率', en: 'Repaired equipment: failure rate in warranty' },
} as const satisfies Record<string, Text>

/** What a recommendation asks for. */
export const actionWords: Readonly<Record<RecommendedAction, Text>> = {
  downgrade: { zh: '报降薪', en: 'a pay downgrade is asked for' },
  dismissal: { zh: '报辞退', en: 'dismissal is asked for' },
  raise: { zh: '报升档', en: 'a raise is asked for' },
}

/** The settings of a reading, each by its value. */
export const settingWords: Readonly<Record<string, Text>> = {
  'count.rolling': { zh: '按日期滚动', en: 'rolling, by date' },
  'count.calendar': { zh: '按自然月', en: 'calendar months' },
  'reuse.once': { zh: '事件用后不再计', en: 'events used up' },
  'reuse.again': { zh: '事件可重复计', en: 'events count again' },
  'clean.calendar': { zh: '自然月', en: 'calendar months' },
  'clean.rolling': { zh: '自上次过失起滚动', en: 'rolling from the last blemish' },
  'clean.fixed': { zh: '固定分段', en: 'fixed blocks' },
  'overlap.restart': { zh: '得奖后重新起算', en: 'begins anew after a reward' },
  'overlap.overlap': { zh: '奖励可重叠', en: 'rewards may overlap' },
  'idle.breaks': { zh: '缺勤月中断', en: 'an idle month breaks it' },
  'idle.pauses': { zh: '缺勤月跳过', en: 'an idle month is passed over' },
}
