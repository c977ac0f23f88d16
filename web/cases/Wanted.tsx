import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { wantedOf } from './wanted.ts'

/** What the step of a promise wants besides its being done: its evidence, and who confirms it. */
export function Wanted({ kind, promise }: { kind: string; promise: string }) {
  const say = useSay()
  const { evidence, confirmation } = wantedOf(kind, promise)
  if (evidence.length === 0 && !confirmation) return null
  return (
    <div className="soft small">
      {evidence.length > 0 && (
        <div>{say(texts.cases.evidence, { what: evidence.map((one) => say(one)).join(say(texts.common.comma)) })}</div>
      )}
      {confirmation && <div>{say(texts.cases.confirmation, { what: say(confirmation) })}</div>}
    </div>
  )
}
