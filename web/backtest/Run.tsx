import Button from 'antd/es/button'
import type { Answer } from '../client/ask.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Failed } from '../parts/Shown.tsx'
import { duration, instantOf } from '../parts/time.ts'
import { Waiting } from '../parts/Waiting.tsx'
import { words } from '../texts/rulebooks.ts'
import { Result } from './Result.tsx'
import './backtest.css'

/** How often a backtest under way is asked how far it is, in ms. */
const AGAIN_MS = 500

/**
 * A backtest: how far it is, with a way to stop it, and then what came of it, or a way to run it again. Nothing where none
 * was begun. `shown`: another one, of the same question, was begun.
 */
export function Run({ id, shown }: { id: string | null; shown: (id: string) => void }) {
  const say = useSay()
  const run = useAsk(
    'get /api/backtests/{id}',
    { params: { id: id ?? '' } },
    { enabled: id !== null, againMs: (last) => (last?.state === 'running' ? AGAIN_MS : false) },
  )
  // Asked for here, where it outlives what it was asked from: the one before is gone as soon as this one is begun.
  const start = useDo('post /api/backtests')
  if (id === null) return null
  if (run.error && !start.isPending) return <Failed error={run.error} again={() => void run.refetch()} />
  // Of the one before, while this one is asked for the first time.
  if (run.data?.id !== id) return <Waiting />
  const { state, done, of, startedAt, outcome } = run.data
  if (state === 'stopped') return <p role="status">{say(words.stopped, { done, of: of ?? '?' })}</p>
  if (state === 'interrupted' || state === 'failed') {
    const { policy, values, fromOn, toOn } = run.data
    const again = () =>
      start.mutate({ body: { policy, values, fromOn, toOn } }, { onSuccess: (begun) => shown(begun.id) })
    return <Again of={run.data} start={start} again={again} />
  }
  if (outcome) return <Result id={id} of={outcome} />
  return <Progress id={id} done={done} of={of} startedAt={startedAt} />
}

type Broken = Answer<'get /api/backtests/{id}'>

/** It broke off: the same question once more. */
function Again(props: { of: Broken; start: { error: unknown; isPending: boolean }; again: () => void }) {
  const { of: broken, start, again } = props
  const { state, done, of } = broken
  const say = useSay()
  return (
    <section className="card stack">
      <p role="alert">{state === 'failed' ? say(words.runFailed) : say(words.interrupted, { done, of: of ?? '?' })}</p>
      <Refused error={start.error} />
      <div className="row">
        <Button loading={start.isPending} onClick={again}>
          {say(words.again)}
        </Button>
      </div>
    </section>
  )
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
