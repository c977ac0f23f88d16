import type { Terms } from '../policy/parameter.ts'
import { keysOf } from './programmes.ts'

/** A clause of a programme's rulebook with the version in force. Throws where these terms don't know the programme. */
export function cite(
  terms: Terms,
  programmeId: string,
  clause: string,
): { clause: string; policy: string; policyVersion: number } {
  const term = terms[keysOf(programmeId).months]
  if (!term) throw new Error(`the programme ${programmeId} is not in these terms`)
  return { clause, policy: term.policy, policyVersion: term.version }
}
