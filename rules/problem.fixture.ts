import { Refusal, type ProblemCode, type RefusalDetails } from './problem.ts'

/** What an act is refused with: its code and all that is said with it; undefined where it is let pass. Other errors throw on. */
export function refusalOf(act: () => unknown): ({ code: ProblemCode } & RefusalDetails) | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.details }
    throw error
  }
  return undefined
}
