import Button from 'antd/es/button'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { Failed } from '../parts/Shown.tsx'
import { duration, instantOf } from '../parts/time.ts'
import { Waiting } from '../parts/Waiting.tsx'
import { words } from '../texts/rulebooks.ts'
import { Result } from './Result.tsx'
import './backtest.css'

/** How often a backtest under way is asked how far it is, in ms. */
const AGAIN_MS = 500

/** A backtest: how far it is, with a way to stop it, and then what came of it. Nothing where none was begun. */
export function Run({ id }: { id: string | null }) {
  const say = useSay()
  const run = useAsk(
    'get /api/backtests/{id}',
    { params: { id: id ?? '' } },
    { enabled: id !== null, againMs: (last) => (last?.state === 'running' ? AGAIN_MS : false) },
  )
  if (id === null) return null
  if (run.error) return <Failed error={run.error} again={() => void run.refetch()} />
  // Of the one before, while this one is asked for the first time.
  if (run.data?.id !== id) return <Waiting />
  const { state, done, of, startedAt, outcome } = run.data
  if (state === 'stopped') return <p role="status">{say(words.stopped, { done, of: of ?? '?' })}</p>
  if (outcome) return <Result id={id} of={outcome} />
  return <Progress id={id} done={done} of={of} startedAt={startedAt} />
}

/** How much of how much is done. */
function Progress(props: { id: string; done: number; of: number | null; startedAt: string }) {
  const { id, done, of, startedAt } = props
  const say = useSay()
  const now = useServerNow()
  const stop = useDo('delete /api/backtests/{id}')
  const share = of ? Math.floor((done / of) * 100) : 0
  return (
    <section className="card stack" aria-label={say(words.underWay)}>
      <progress max={of ?? 1} value={of === null ? undefined : done} aria-label={say(words.underWay)} />
      <div className="row apart">
        <span className="clock">
          {of === null
            ? say(words.counting)
            : say(words.running, { done, of, share, time: duration(now - instantOf(startedAt), say) })}
        </span>
        <Button loading={stop.isPending} onClick={() => stop.mutate({ params: { id } })}>
          {say(words.stop)}
        </Button>
      </div>
    </section>
  )
}
