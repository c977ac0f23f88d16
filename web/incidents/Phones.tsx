import Button from 'antd/es/button'
import { PHONED_ROLES, type PhonedRole } from '../../rules/incident/incident.ts'
import { roles } from '../../rules/roles.ts'
import type { Answer } from '../client/ask.ts'
import { useServerNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { useNames } from '../parts/names.tsx'
import { Phone } from '../parts/Phone.tsx'
import { Refused } from '../parts/Refused.tsx'
import { duration, instantOf } from '../parts/time.ts'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'

export type Incident = Answer<'get /api/incidents/{id}'>
type Call = Incident['phones']['calls'][number]
const isPhoned = (role: string): role is PhonedRole => (PHONED_ROLES as readonly string[]).includes(role)

type Tick = (role: PhonedRole, reached: boolean, reachedId?: string) => void

/** The call-down list: who is to be told at once, by a number to tap, each ticked with its time. */
export function Phones({ of }: { of: Incident }) {
  const say = useSay()
  const deed = useDo('post /api/incidents/{id}/phones')
  const { incidents } = texts
  const tick: Tick = (role, reached, reachedId) =>
    deed.mutate({ params: { id: of.id }, body: { role, reached, ...(reachedId && { reachedId }) } })
  return (
    <section aria-label={say(incidents.phones)}>
      <div className="row apart">
        <h2 className="sub">{say(incidents.phones)}</h2>
        <span className="soft">{say(incidents.phonesDone, { done: of.phones.done, of: of.phones.of })}</span>
      </div>
      <ul className="promises">
        {of.phones.calls.map((call) => (
          <li key={`${call.clause}${call.role}`}>
            <PhoneLine call={call} of={of} busy={deed.isPending} tick={tick} />
          </li>
        ))}
      </ul>
      <Refused error={deed.error} />
    </section>
  )
}

function PhoneLine(props: { call: Call; of: Incident; busy: boolean; tick: Tick }) {
  const { call, of, busy, tick } = props
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const now = useServerNow()
  const { incidents, common } = texts
  const { role, people } = call
  const canTick = of.state === 'open' && may('incident.act') && isPhoned(role)
  // Where several hold the post it has to be said who was reached.
  const several = people.length > 1
  const rings = several ? people : people.slice(0, 1)
  return (
    <div className="stack tight">
      <div className="row apart">
        <span className="row">
          <strong>{say(roles[role])}</strong>
          {call.reachedId && <span>{nameOf(call.reachedId)}</span>}
          {call.via === 'substitute' && <span className="mark">{say(incidents.substitute)}</span>}
          {!several && rings[0] && <Ring {...rings[0]} />}
          {!call.at && of.state === 'open' && people.length === 0 && (
            <span className="soft small">{say(incidents.vacant)}</span>
          )}
          {call.triedAt.length > 0 && (
            <span className="soft small">{say(incidents.tried, { n: call.triedAt.length })}</span>
          )}
        </span>
        {call.at ? (
          <span className="row small">
            <When at={call.at} />
            <span className="mark good">{say(incidents.took, { time: duration(call.tookMs ?? 0, say) })}</span>
          </span>
        ) : (
          <span className="row">
            <span className="clock warn">
              {say(common.elapsed, { time: duration(now - instantOf(of.knownAt), say) })}
            </span>
            {canTick && (
              <>
                {!several && (
                  <Button
                    type="primary"
                    disabled={busy}
                    onClick={() => tick(role, true)}
                    aria-label={`${say(roles[role])}: ${say(incidents.reached)}`}
                  >
                    {say(incidents.reached)}
                  </Button>
                )}
                <Button
                  disabled={busy}
                  onClick={() => tick(role, false)}
                  aria-label={`${say(roles[role])}: ${say(incidents.notReached)}`}
                >
                  {say(incidents.notReached)}
                </Button>
              </>
            )}
          </span>
        )}
      </div>
      {several &&
        rings.map((one) => (
          <div key={one.personId} className="row apart">
            <Ring {...one} />
            {canTick && (
              <Button
                disabled={busy}
                onClick={() => tick(role, true, one.personId)}
                aria-label={`${say(roles[role])} ${nameOf(one.personId)}: ${say(incidents.reached)}`}
              >
                {say(incidents.reached)}
              </Button>
            )}
          </div>
        ))}
    </div>
  )
}

/** Whom to ring: a name, and numbers that a phone dials. */
function Ring({ personId, numbers }: Call['people'][number]) {
  const nameOf = useNames()
  return (
    <span className="row">
      <span>{nameOf(personId)}</span>
      {numbers.map((number) => (
        <Phone key={number} text={number} />
      ))}
    </span>
  )
}
