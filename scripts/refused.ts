import { problemText, Refusal } from '../rules/problem.ts'
import { Stop } from './say.ts'

/** What the rules refuse, as a line for the person at the terminal. Anything else is thrown on. */
export function asStop(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const { params, each } = error.details
  const lines = (each ?? []).map(
    (one) =>
      `\n  ${one.field}: ${problemText(one.code, 'zh', one.params)} · ${problemText(one.code, 'en', one.params)}`,
  )
  throw new Stop(problemText(error.code, 'zh', params), problemText(error.code, 'en', params) + lines.join(''))
}
