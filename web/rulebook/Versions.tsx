import { topics } from '../../rules/policy/topics.ts'
import type { Text } from '../../rules/text.ts'
import { localDate } from '../../rules/time/local.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { History } from './History.tsx'

const { rulebook } = texts
const { company, project, customer, person } = rulebook
const SCOPES: Readonly<Record<string, Text>> = { company, project, customer, person }

/** The versions of a rulebook with their dates, and for whom it holds. */
export function Versions({ id }: { id: string }) {
  return (
    <>
      <History id={id} />
      <ForWhom id={id} />
    </>
  )
}

/** For whom a rulebook holds; one that states no number is bound to nobody in particular and is the whole staff's. */
function ForWhom({ id }: { id: string }) {
  const say = useSay()
  const policies = useAsk('get /api/policies', {})
  const hasNumbers = policies.data?.items.some((one) => one.id === id) ?? false
  return (
    <section className="card stack tight">
      <h2 className="sub">{say(rulebook.bindings)}</h2>
      {hasNumbers && <Bindings id={id} />}
      {policies.data && !hasNumbers && <p>{say(words.wholeStaff)}</p>}
    </section>
  )
}

function Bindings({ id }: { id: string }) {
  const say = useSay()
  const found = useAsk('get /api/policies/{id}', { params: { id } })
  const from = (iso: string) => {
    const at = instantOf(iso)
    return at === 0 ? say(rulebook.always) : say(rulebook.from, { date: localDate(at) })
  }
  return (
    <Shown of={found}>
      {({ bindings }) => (
        <>
          {bindings.length === 0 && <p className="soft">{say(texts.common.none)}</p>}
          {bindings.map((one) => (
            <div key={`${one.topic}${one.scope}${one.scopeId}${one.fromAt}`} className="row">
              <span>{SCOPES[one.scope] ? say(SCOPES[one.scope]!) : one.scope}</span>
              <span className="mark">{topics[one.topic] ? say(topics[one.topic]!) : one.topic}</span>
              <span className="soft">{from(one.fromAt)}</span>
            </div>
          ))}
        </>
      )}
    </Shown>
  )
}
