import type { Schemas } from './schema.ts'

/** A request that was refused, or that didn't get through (`code` is then `unreachable`). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly clause: string | undefined
  readonly fields: NonNullable<Schemas['Problem']['errors']>

  constructor(problem: Pick<Schemas['Problem'], 'status' | 'code' | 'detail'> & Partial<Schemas['Problem']>) {
    super(problem.detail)
    this.status = problem.status
    this.code = problem.code
    this.clause = problem.clause
    this.fields = problem.errors ?? []
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem
