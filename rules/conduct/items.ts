import { MINUTE } from '../instant.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { Parameter } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import type { Text } from '../text.ts'

/** One kind of conduct that costs points each time it happens (S4-Q; items 1 to 3 are missing in the text). */
export interface ConductItem {
  clause: string
  label: Text
  points: number
}

/** The items of S4-Q. The text of p8 says the opposite of S4-Q-1.6; it is read as that rule reads. */
export const conductItems = {
  late: { clause: 'S4-Q-p4a', label: { zh: '迟到或早退', en: 'Late or left early' }, points: 5 },
  seriouslyLate: {
    clause: 'S4-Q-p4b',
    label: { zh: '严重迟到或早退', en: 'Seriously late or left seriously early' },
    points: 10,
  },
  unrelatedActivity: {
    clause: 'S4-Q-p5',
    label: { zh: '上班时间做与工作无关的事', en: 'Unrelated activity in working hours' },
    points: 10,
  },
  property: {
    clause: 'S4-Q-p6',
    label: { zh: '损坏或私用信息中心财物', en: 'Property damaged or used privately' },
    points: 20,
  },
  waste: { clause: 'S4-Q-p7', label: { zh: '浪费', en: 'Waste' }, points: 5 },
  visitors: {
    clause: 'S4-Q-p8',
    label: { zh: '接待与业务无关的人员', en: 'Received people without business' },
    points: 5,
  },
  unfriendly: { clause: 'S4-Q-p9', label: { zh: '对来访人员不够友好', en: 'Unfriendly to visitors' }, points: 5 },
  untidy: { clause: 'S4-Q-p10', label: { zh: '环境不整洁、物品无序', en: 'Untidy workplace' }, points: 5 },
  games: {
    clause: 'S4-Q-p11',
    label: { zh: '浏览无关网站或玩网络游戏', en: 'Unrelated websites or online games' },
    points: 10,
  },
  smoking: { clause: 'S4-Q-p12', label: { zh: '办公室吸烟', en: 'Smoking in the office' }, points: 10 },
} as const satisfies Record<string, ConductItem>

export type ConductItemId = keyof typeof conductItems
export const CONDUCT_ITEMS = Object.keys(conductItems) as [ConductItemId, ...ConductItemId[]]

const pointsKey = (item: ConductItemId) => `conduct.${item}`
const SERIOUS = 'conduct.seriousFrom'

/** Points as parameters, and what S4-Q says nothing about: blanks, so that somebody fills them in. */
export const conductParameters: Record<string, Parameter> = {
  ...Object.fromEntries(
    CONDUCT_ITEMS.map((item): [string, Parameter] => {
      const { clause, label, points } = conductItems[item]
      return [
        pointsKey(item),
        {
          clause,
          label: { zh: `${label.zh}：每次扣分`, en: `${label.en}: points each time` },
          unit: 'count',
          value: points,
        },
      ]
    }),
  ),
  [SERIOUS]: {
    clause: 'S4-Q-p4b',
    label: { zh: '迟到或早退多久为严重', en: 'Late or early departure is serious from' },
    unit: 'ms',
    value: null,
  },
  'conduct.startScore': {
    clause: 'S4-Q-p12',
    label: { zh: '积分起始分', en: 'Score that points are taken from' },
    unit: 'count',
    value: null,
  },
  'conduct.periodMonths': {
    clause: 'S4-Q-p12',
    label: { zh: '积分周期（月）', en: 'Months after which points begin anew' },
    unit: 'months',
    value: null,
  },
  'conduct.consequenceFrom': {
    clause: 'S4-Q-p12',
    label: { zh: '扣满多少分须处理', en: 'Points from which something follows' },
    unit: 'count',
    value: null,
  },
}

/** Whether a rulebook with conduct points binds somebody. */
export const countsConduct = (terms: Terms): boolean => pointsKey('late') in terms

/** What one event costs: the item it counts as, its points and the clause to cite. */
export interface ConductCost {
  item: ConductItemId
  points: number
  cited: { clause: string; policy: string; policyVersion: number }
}

/** The item that an event counts as: by its minutes where the limit of what is serious is set, else as recorded. */
function countedAs(terms: Terms, item: ConductItemId, minutes?: number): ConductItemId {
  const timed = item === 'late' || item === 'seriouslyLate'
  if (!timed || minutes === undefined || isBlank(terms, SERIOUS)) return item
  return minutes * MINUTE >= numberOf(terms, SERIOUS) ? 'seriouslyLate' : 'late'
}

/** Whether an event costs points: not while those of its item are blank. */
export const isCosted = (terms: Terms, item: ConductItemId, minutes?: number): boolean =>
  !isBlank(terms, pointsKey(countedAs(terms, item, minutes)))

/**
 * The points of one event. Late or early by so much that it is serious (S4-Q-p4b) counts as that once the limit is set;
 * while it is blank, who records it says which of the two it was. Refuses an item whose points are blank.
 */
export function costOf(terms: Terms, item: ConductItemId, minutes?: number): ConductCost {
  const decided = countedAs(terms, item, minutes)
  if (!isCosted(terms, item, minutes))
    return refuse('conduct.notBound', { field: 'item', clause: conductItems[decided].clause })
  const key = pointsKey(decided)
  return { item: decided, points: numberOf(terms, key), cited: citation(terms, key) }
}
