import { topics } from '../../rules/policy/topics.ts'
import type { Text } from '../../rules/text.ts'
import { localDate } from '../../rules/time/local.ts'
import { useSubjects } from '../admin/bindings/useSubjects.ts'
import { lastDayOf } from '../admin/parts/dates.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { useMay } from '../shell/session.tsx'
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

/** What is bound, by its name, for those who bind. */
function Subject({ scope, id }: { scope: string; id: string }) {
  const { nameOf } = useSubjects()
  return <strong>{nameOf(scope, id)}</strong>
}

function Bindings({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
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
              {one.scopeId && may('policy.bind') && <Subject scope={one.scope} id={one.scopeId} />}
              <span className="mark">{topics[one.topic] ? say(topics[one.topic]!) : one.topic}</span>
              <span className="soft">{from(one.fromAt)}</span>
              {one.toAt && <span className="soft">{say(rulebook.until, { date: lastDayOf(one.toAt) })}</span>}
            </div>
          ))}
        </>
      )}
    </Shown>
  )
}
