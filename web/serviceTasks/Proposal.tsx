import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'

/** Whom to assign, best first, with the reasons. */
export function Proposal({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const proposal = useAsk('get /api/service-tasks/{id}/proposal', { params: { id } })
  return (
    <section aria-label={say(texts.tasks.proposal)}>
      <h2 className="sub">{say(texts.tasks.proposal)}</h2>
      <Shown of={proposal}>
        {({ engineers }) => (
          <ol className="promises">
            {engineers.slice(0, 5).map((one) => (
              <li key={one.personId}>
                <strong>{nameOf(one.personId)}</strong>
                <div className="soft small">{one.reasons.map((reason) => say(reason)).join('；')}</div>
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </section>
  )
}
