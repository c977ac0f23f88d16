import { DAY } from '../../rules/instant.ts'
import { serverNow } from '../client/clock.ts'
import { isProblem } from '../client/problem.ts'
import { keepAnswer, keptAnswer } from './store.ts'

/** How long an answer may stand in for the server. */
const KEEP_MS = 14 * DAY

/**
 * Asks the server and keeps its answer on the device; where the server can't be reached, the kept one stands in.
 * @throws Problem as the server refused, or `unreachable` where nothing is kept
 */
export async function keptOr<T>(name: string, asked: () => Promise<T>): Promise<T> {
  try {
    const answer = await asked()
    // A device without room for it goes on without.
    await keepAnswer(name, answer, serverNow()).catch(() => {})
    return answer
  } catch (error) {
    if (!isProblem(error) || error.status !== 0) throw error
    const kept = await keptAnswer(name).catch(() => undefined)
    if (!kept || serverNow() - kept.at > KEEP_MS) throw error
    return kept.answer as T
  }
}
