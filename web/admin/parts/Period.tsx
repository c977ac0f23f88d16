import { useServerNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { instantOf, written } from '../../parts/time.ts'
import { words } from '../../texts/admin.ts'

/** From when until when, and whether that is now. */
export function Period({ fromAt, toAt }: { fromAt: string; toAt: string | null }) {
  const say = useSay()
  const now = useServerNow()
  const [from, to] = [instantOf(fromAt), toAt === null ? null : instantOf(toAt)]
  const state = from > now ? words.coming : to !== null && to <= now ? words.ended : words.running
  return (
    <span className="row">
      <span className="clock">{written(from, now)}</span>–
      <span className="clock">{to === null ? say(words.untilFurther) : written(to, now)}</span>
      <span className={state === words.running ? 'mark good' : 'mark'}>{say(state)}</span>
    </span>
  )
}
