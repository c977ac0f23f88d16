import { useEffect } from 'react'
import { SECOND } from '../../../rules/instant.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { When } from '../../parts/When.tsx'
import { words } from '../../texts/duty.ts'

/** Mail is on its way for seconds; how it went is asked for again and again until that is known. */
const AGAIN_MS = 2 * SECOND

/** What became of one's last test notice. */
export function TestResult({ name }: { name: 'email' }) {
  const say = useSay()
  const { data, refetch } = useAsk('get /api/channels/{name}/test', { params: { name } })
  const test = data?.test
  const open = test && !test.deliveredAt && !test.failedAt
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => void refetch(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [open, refetch])
  if (!test) return null
  const error = test.error ?? '—'
  const text = test.deliveredAt
    ? say(words.testDelivered)
    : test.failedAt
      ? say(words.testFailed, { error })
      : test.error
        ? say(words.testTrying, { error })
        : say(words.testSent)
  return (
    <p role="status" className="row">
      <span className={`mark ${test.deliveredAt ? 'good' : test.failedAt || test.error ? 'bad' : 'warn'}`}>{text}</span>
      <span className="small soft">
        <When at={test.sentAt} />
      </span>
    </p>
  )
}
