import type { Text } from '../text.ts'

/** What a backtest computes anew: each part is one way by which numbers become consequences. */
export const PARTS = ['promises', 'ratings', 'accidents', 'coverUps', 'records', 'windows', 'pay', 'bonus'] as const
export type Part = (typeof PARTS)[number]

/** Those that belong to people and to no region: regional rights reach none of them. */
export const OF_PEOPLE: readonly Part[] = ['windows', 'pay', 'bonus']

/** Those that come beside the ledger and make no entry in it. */
const BESIDE: readonly Part[] = ['pay', 'bonus']

/** How far a backtest goes for one parameter: the parts that answer for it, and what it cannot say. */
export interface Reach {
  parts: readonly Part[]
  unsaid?: Text
}

const UNSAID = {
  who: {
    zh: '只影响由谁办理、何时提醒或内部目标，没有人会因此超时或被计金额。',
    en: 'It moves who does something, reminders or a house target: nobody would be late or pay because of it.',
  },
  people: {
    zh: '金额或措施由人裁定，回测不替人决定。',
    en: 'People decide the amount or the measure; a backtest doesn’t decide for them.',
  },
  opens: {
    zh: '它决定是否产生事项；从未产生过的事项无法重算。',
    en: 'It says whether there is anything to do at all; what nobody was ever asked for cannot be computed anew.',
  },
  existing: {
    zh: '只重算已有的考核何时到期；会多出或减少哪些考核，无法重算。',
    en: 'Only when the evaluations that exist were due; which others there would have been cannot be said.',
  },
  scores: {
    zh: '分数与等级由考核人给出，回测不重新评定。',
    en: 'Scores and grades are the assessor’s; a backtest doesn’t assess anew.',
  },
  months: {
    zh: '整月计算；已结月份的补发、扣回不另行列出。',
    en: 'Whole months are computed; what a closed month would have brought up later is not listed apart.',
  },
  ranking: {
    zh: '按台账现有记录重新排名，只算期间内结束且已产生奖金的半年；区域外支援人员的金额由人裁定。',
    en: 'Ranked by the ledger as it stands, for half-years that ended in the period and have a bonus; amounts for helpers from outside are judged by people.',
  },
  customers: {
    zh: '它说客户付多少，不产生台账记录。',
    en: 'It says what customers pay, and makes no entry.',
  },
  totals: {
    zh: '它决定累计扣分怎么读，不产生台账记录。',
    en: 'It says how points that added up are read, and makes no entry.',
  },
  dates: {
    zh: '只影响手续的时间或方式，不产生新的后果。',
    en: 'It moves formalities or their time, and makes no consequence.',
  },
  claims: {
    zh: '当时按规则认定的时间不会重新认定。',
    en: 'Times that were taken or doubted at the time are not looked at again.',
  },
  classes: {
    zh: '已登记事故的罚款按新的分类重算；当时不构成事故的投诉没有登记，滚动窗口仍按现有分类计算。',
    en: 'Fines of recorded accidents follow the new class; complaints that made none were not recorded as such, and the rolling windows still count by the class as it is.',
  },
  watched: {
    zh: '只提示是否达到，不产生台账记录。',
    en: 'It is watched and shown; no entry follows from it.',
  },
  raises: {
    zh: '连续无罚款的月数按台账现有罚款计算。',
    en: 'Months without a fine are counted by the fines that stand in the ledger.',
  },
} as const satisfies Record<string, Text>

type Line = readonly [keys: RegExp, parts: readonly Part[], unsaid?: keyof typeof UNSAID]

/** By key, the first line that fits. A parameter that fits none is a mistake of ours, which a test looks for. */
const LINES: readonly Line[] = [
  [/^serviceTask\.overrun$/, ['promises']],
  [/^serviceTask\.(poor|fair|fairCount|fairUnit|fairReuse|signature)$/, ['ratings']],
  [/^serviceTask\.coverUp$/, ['coverUps']],
  [/^accident\.(fineI|fineII|supervisorFineI|supervisorFineII)$/, ['accidents']],
  [/^accident\.leaders$/, ['accidents'], 'classes'],
  [/^accident\.(bulletin|bulletinLate)$/, ['promises']],
  [/^window\.grade/, ['windows'], 'raises'],
  [/^window\./, ['windows']],
  [/^call\.(returnCustomer|returnAny|unknownOnHotline|contact|establish|quarterFrom|lostContact\w+)$/, ['promises']],
  [/^incident\.report$/, ['promises']],
  [
    /^report\.\w*(Every|restPeriod|Daily|DailyOf|afterService|regionalData|provinceData|specifications|formality|mistake)$/,
    [],
    'opens',
  ],
  [/^report\.(promptTarget|askedTarget)$/, [], 'who'],
  [/^report\.\w*(Day|Time|Fine)$/, ['promises']],
  [/^assessment\.within$/, ['promises']],
  [/^assessment\.counts$/, ['bonus'], 'dates'],
  [/^staffChange\.(notice|application|replaceWithin|changeIs|restOn|noticeEndOfMonth|noticeOnRestDay)$/, ['promises']],
  [/^staffChange\.(noticeTo|approvers|shorterConsent|replacementBy|replacementApproval)$/, [], 'who'],
  [/^staffChange\./, [], 'dates'],
  [/^rulebook\.acknowledgeWithin$/, ['promises']],
  [/^rulebook\./, [], 'who'],
  [/^conduct\.(startScore|periodMonths|consequenceFrom)$/, [], 'totals'],
  [/^(conduct|attendance|reimbursement)\./, ['records']],
  [/^evaluation\.[\w-]+\.months$/, ['promises'], 'existing'],
  [/^evaluation\.[\w-]+\.(assessor|subjects)$/, [], 'opens'],
  [/^evaluation\./, [], 'scores'],
  [/^(penalty|measure)\./, [], 'people'],
  [/^pay\.(bonusBase|tier\w+|coefficient\w+|rankedMonths)$/, ['bonus'], 'ranking'],
  [/^pay\.(grade\w+|travelPerDay|phonePerMonth|partMonth)$/, ['pay'], 'months'],
  [/^pay\.helperMost$/, [], 'people'],
  [/^pay\./, [], 'dates'],
  [/^charge\./, [], 'customers'],
  [/^(watch|repair)\./, [], 'watched'],
  [/^(evidence\.|accident\.sameWithin$)/, [], 'claims'],
  [/^(consequence|appeal|fund|customerLink|equipment)\./, [], 'dates'],
  [/^(posts|ladder|prompt|statement|accident|call|incident)\./, [], 'who'],
]

/** How far a backtest goes for a parameter. @throws Error for one that nobody thought of */
export function reachOf(key: string): Reach {
  const line = LINES.find(([keys]) => keys.test(key))
  if (!line) throw new Error(`no backtest was thought of for ${key}`)
  const [, parts, unsaid] = line
  return { parts, ...(unsaid && { unsaid: UNSAID[unsaid] }) }
}

/** The parts that a draft needs; for one that changes nothing all that the ledger holds, which is to say what it says. */
export function partsOf(keys: readonly string[]): readonly Part[] {
  if (keys.length === 0) return PARTS.filter((part) => !BESIDE.includes(part))
  const needed = new Set(keys.flatMap((key) => reachOf(key).parts))
  return PARTS.filter((part) => needed.has(part))
}
