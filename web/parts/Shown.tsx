import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { isProblem } from '../client/problem.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { isGone } from './gone.ts'
import { Waiting } from './Waiting.tsx'

interface Reading<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

/** What was asked for, or why it isn't there yet: waiting, refused, failed. What was read before stays on the screen. */
export function Shown<T>({ of, children }: { of: Reading<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Failed error={of.error} again={() => void of.refetch()} />
  return <Waiting />
}

/** Why something can't be shown, in the server's words, and what can be done about it. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const say = useSay()
  const forbidden = isProblem(error) && error.status === 403
  const gone = isProblem(error) && error.status === 404
  return (
    <div className="wait" role="alert">
      <h2>{say(forbidden ? texts.common.forbidden : texts.common.failed)}</h2>
      <p>{forbidden ? say(texts.common.forbiddenMore) : isProblem(error) ? error.message : say(brokenBy(error))}</p>
      {!isProblem(error) && !isGone(error) && <code className="small soft">{wordsOf(error)}</code>}
      {!forbidden && !gone && again && <Button onClick={again}>{say(texts.common.retry)}</Button>}
    </div>
  )
}

/** Of what is no answer of the server's: a page that could not be had, or one that broke. */
const brokenBy = (error: unknown) => (isGone(error) ? texts.common.notLoaded : texts.common.broke)

/** What went wrong, as the server says it. */
export const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export function Empty({ children }: { children: ReactNode }) {
  return <div className="wait card">{children}</div>
}
