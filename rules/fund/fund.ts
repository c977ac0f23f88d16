import type { Parameter } from '../policy/parameter.ts'
import type { Actions } from '../permissions.ts'
import { refuse } from '../problem.ts'
import { staffRoles } from '../roles.ts'
import type { Text } from '../text.ts'

/** The HR specialist keeps the fund of fines and rewards and chases payment of fines. */
const CLAUSE = 'S2-T2-3.8-10'

/** Finance executes a signed sheet (S0-A-6.4), and the fund is kept in cash: which of the two it is has to be set. */
export const fundHouseParameters: Record<string, Parameter> = {
  'fund.collects': {
    clause: null,
    label: {
      zh: '罚款与奖励：随工资执行（离职者由人事专员收付），或一律由人事专员收付',
      en: 'Fines and rewards: through payroll (who left: by the HR specialist), or all through the HR specialist',
    },
    unit: 'setting',
    value: 'payroll',
    choices: ['payroll', 'cash'],
  },
}

/** Everybody sees their own account; the HR specialist keeps the fund, finance where it is the specialist's own. */
export const fundActions = {
  'fund.own': [...staffRoles],
  'fund.oversee': ['hrSpecialist', 'finance', 'companyGm', 'centreGm'],
  'fund.keep': ['hrSpecialist', 'finance'],
} as const satisfies Actions

/** Money that came into the fund or went out of it, or a movement taken back. */
export const MOVEMENTS = ['payment', 'payout', 'takenBack'] as const
export type Movement = (typeof MOVEMENTS)[number]

export const movementLabels: Record<Movement, Text> = {
  payment: { zh: '缴纳罚款', en: 'Fine paid' },
  payout: { zh: '发放奖励', en: 'Reward paid out' },
  takenBack: { zh: '冲回', en: 'Taken back' },
}

/** How a movement changes a person's account: a payment raises it, a payout lowers it. Fen. */
export const signed = (kind: 'payment' | 'payout', amountFen: number): number =>
  kind === 'payment' ? amountFen : -amountFen

/** Somebody's account with the fund, in fen. */
export interface Account {
  /** What signed sheets leave to the fund: negative where fines outweigh rewards. */
  claimFen: number
  /** What was paid in, less what was paid out. */
  movedFen: number
}

/** What somebody still owes, or is still owed. */
export function balanceOf({ claimFen, movedFen }: Account): { owesFen: number; isOwedFen: number } {
  const balance = claimFen + movedFen
  return { owesFen: Math.max(0, -balance), isOwedFen: Math.max(0, balance) }
}

/** Refuses more than is owed, either way, so that nothing is collected or paid out twice. */
export function checkMovement(account: Account, kind: 'payment' | 'payout', amountFen: number): void {
  const { owesFen, isOwedFen } = balanceOf(account)
  const most = kind === 'payment' ? owesFen : isOwedFen
  if (amountFen <= 0 || amountFen > most)
    refuse('fund.tooMuch', { field: 'amountFen', clause: CLAUSE, params: { max: (most / 100).toFixed(2) } })
}

/** Nobody is reminded of what they don't owe. Returns what they owe. */
export function checkReminder(account: Account): number {
  const { owesFen } = balanceOf(account)
  return owesFen > 0 ? owesFen : refuse('fund.nothingOwed', { field: 'personId', clause: CLAUSE })
}
