import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { HOUR, MINUTE, type Instant } from '../../rules/instant.ts'
import type { Schemas } from '../client/schema.ts'
import { dayAndTime, duration, instantOf, written } from './time.ts'

/** A moment by the company's clock; with its date and without seconds for those who have to be there (`day`). */
export function When({ at, day = false }: { at: string | null; day?: boolean }) {
  const now = useServerNow()
  if (!at) return null
  return (
    <time className="clock" dateTime={at}>
      {day ? dayAndTime(instantOf(at)) : written(instantOf(at), now)}
    </time>
  )
}

/** How urgent a due time is: under a tenth of a long clock or five minutes of a short one, it warns. */
function toneOf(dueAt: Instant, anchorAt: Instant, now: Instant): '' | 'warn' | 'bad' {
  if (now > dueAt) return 'bad'
  const whole = dueAt - anchorAt
  const margin = whole > 2 * HOUR ? whole / 10 : Math.min(5 * MINUTE, whole / 3)
  return dueAt - now <= margin ? 'warn' : ''
}

/** The running clock of a promise: what is left, or by how much it is over. One without a number shows what went by. */
export function Countdown({
  promise,
}: {
  promise: Pick<Schemas['Promise'], 'dueKind' | 'dueAt' | 'anchorAt' | 'dueProvisional'>
}) {
  const say = useSay()
  const now = useServerNow()
  const { dueKind, dueAt, anchorAt, dueProvisional } = promise
  if (dueKind === 'unset') return <span className="soft">{say(texts.common.unset)}</span>
  if (dueKind === 'prompt')
    return (
      <span className="clock">{say(texts.common.elapsed, { time: duration(now - instantOf(anchorAt), say) })}</span>
    )
  if (!dueAt) return <span className="soft">{say(texts.common.noClock)}</span>
  const due = instantOf(dueAt)
  const tone = toneOf(due, instantOf(anchorAt), now)
  const text =
    now > due
      ? say(texts.common.over, { time: duration(now - due, say) })
      : say(texts.common.left, { time: duration(due - now, say) })
  return (
    <span className={`clock ${tone}`} role="timer" title={written(due, now)}>
      {text}
      {dueProvisional && <span className="small soft"> {say(texts.common.provisionalDue)}</span>}
    </span>
  )
}
