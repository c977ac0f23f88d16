import { Link } from 'wouter'
import { topics } from '../../rules/policy/topics.ts'
import type { Text } from '../../rules/text.ts'
import { localDate } from '../../rules/time/local.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'

const { rulebook } = texts
const KINDS: Readonly<Record<string, Text>> = {
  amendment: rulebook.amendment,
  erratum: rulebook.erratum,
  base: rulebook.first,
}
const { company, project, customer, person } = rulebook
const SCOPES: Readonly<Record<string, Text>> = { company, project, customer, person }

/** The versions of a rulebook with their dates, and for whom it holds. */
export function Versions({ id }: { id: string }) {
  const say = useSay()
  const found = useAsk('get /api/policies/{id}', { params: { id } })
  const from = (iso: string) => {
    const at = instantOf(iso)
    return at === 0 ? say(rulebook.always) : say(rulebook.from, { date: localDate(at) })
  }
  return (
    <Shown of={found}>
      {({ versions, bindings }) => (
        <div className="grid">
          <section className="card stack tight">
            <h2 className="sub">{say(rulebook.versions)}</h2>
            {versions.map((one) => (
              <div key={`${one.variant}${one.version}`} className="row">
                {one.variant ? (
                  <span>{say(rulebook.version, { n: one.version })}</span>
                ) : (
                  <Link href={`/rulebook/${id}/versions/${one.version}`}>
                    {say(rulebook.version, { n: one.version })}
                  </Link>
                )}
                {one.variant && <span className="mark">{one.variant}</span>}
                <span className="mark">{KINDS[one.kind] ? say(KINDS[one.kind]!) : one.kind}</span>
                <span className="soft">{from(one.effectiveFromAt)}</span>
                {one.kind !== 'base' && <span className="soft small">{one.reason}</span>}
              </div>
            ))}
          </section>
          <section className="card stack tight">
            <h2 className="sub">{say(rulebook.bindings)}</h2>
            {bindings.length === 0 && <p className="soft">{say(texts.common.none)}</p>}
            {bindings.map((one) => (
              <div key={`${one.topic}${one.scope}${one.scopeId}${one.fromAt}`} className="row">
                <span>{SCOPES[one.scope] ? say(SCOPES[one.scope]!) : one.scope}</span>
                <span className="mark">{topics[one.topic] ? say(topics[one.topic]!) : one.topic}</span>
                <span className="soft">{from(one.fromAt)}</span>
              </div>
            ))}
          </section>
        </div>
      )}
    </Shown>
  )
}
