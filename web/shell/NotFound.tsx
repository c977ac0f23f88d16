import { Link } from 'wouter'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

export function NotFound() {
  const say = useSay()
  return (
    <div className="wait">
      <h1>{say(texts.common.notFound)}</h1>
      <Link href="/">{say(texts.common.backHome)}</Link>
    </div>
  )
}

/** The page is there, but not for somebody of this role. */
export function NotForMe() {
  const say = useSay()
  return (
    <div className="wait" role="alert">
      <h1>{say(texts.common.forbidden)}</h1>
      <p>{say(texts.common.forbiddenMore)}</p>
      <Link href="/">{say(texts.common.backHome)}</Link>
    </div>
  )
}
