import { reachOf } from '../../rules/backtest/reach.ts'
import type { Text } from '../../rules/text.ts'
import { useSay } from '../language.tsx'
import type { Parameter } from '../rulebook/change.ts'
import { words } from '../texts/rulebooks.ts'
import '../cases/case.css'

/** What a backtest cannot say of some parameters, those of one reason together. */
export function Unsaid({ of }: { of: readonly Parameter[] }) {
  const say = useSay()
  const reasons = new Map<Text, Parameter[]>()
  for (const one of of) {
    const { unsaid } = reachOf(one.key)
    if (unsaid) reasons.set(unsaid, [...(reasons.get(unsaid) ?? []), one])
  }
  if (reasons.size === 0) return null
  return (
    <ul className="entries">
      {[...reasons].map(([unsaid, these]) => (
        <li key={unsaid.en}>
          <span className="mark warn">
            {say(reachOf(these[0]!.key).parts.length === 0 ? words.notCovered : words.partlyCovered)}
          </span>{' '}
          <strong>{say(unsaid)}</strong>{' '}
          <span className="soft">{these.map(({ label }) => say(label)).join(say(words.comma))}</span>
        </li>
      ))}
    </ul>
  )
}

/** Which numbers of a rulebook a backtest computes with, and which it leaves out, and why. */
export function Reach({ parameters }: { parameters: readonly Parameter[] }) {
  const say = useSay()
  const covered = parameters.filter(({ key }) => reachOf(key).parts.length > 0)
  return (
    <details className="card">
      <summary>{say(words.reach, { n: covered.length, of: parameters.length })}</summary>
      <p>{covered.map(({ label }) => say(label)).join(say(words.comma)) || '—'}</p>
      <Unsaid of={parameters} />
    </details>
  )
}
