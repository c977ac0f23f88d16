import type { Leg } from '../../rules/call/telephony.ts'
import type { Tx } from '../client.ts'
import { lineOf } from './caller.ts'

/** The line of ours in a leg: the one rung, or the one called from. */
export function answeringLine(tx: Tx, leg: Pick<Leg, 'direction' | 'from' | 'to'>) {
  return lineOf(tx, leg.direction === 'in' ? leg.to : leg.from)
}
