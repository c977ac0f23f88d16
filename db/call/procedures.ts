import type { Procedure } from '../../rules/case.ts'

/** The procedures that a telephone call may touch: the caller's own, and that of posted staff out of reach. */
export interface CallProcedures {
  call: Procedure
  reach: Procedure
}
