import Button from 'antd/es/button'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { useNames } from '../parts/names.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'

/** Whom to assign, best first, with the reasons; the supervisor decides. */
export function Proposal({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const proposal = useAsk('get /api/service-tasks/{id}/proposal', { params: { id } })
  const assign = useDo('post /api/service-tasks/{id}/assignments')
  return (
    <section aria-label={say(texts.tasks.proposal)}>
      <h2 className="sub">{say(texts.tasks.proposal)}</h2>
      <Shown of={proposal}>
        {({ engineers }) => (
          <ol className="promises">
            {engineers.slice(0, 5).map((one) => (
              <li key={one.personId}>
                <div className="row apart">
                  <strong>{nameOf(one.personId)}</strong>
                  <Button
                    size="small"
                    loading={assign.isPending && assign.variables.body.engineerId === one.personId}
                    onClick={() => assign.mutate({ params: { id }, body: { engineerId: one.personId } })}
                  >
                    {say(taskForms.assignThis, { name: nameOf(one.personId) })}
                  </Button>
                </div>
                <div className="soft small">
                  {one.reasons.map((reason) => say(reason)).join(say(texts.common.semicolon))}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Shown>
      <Refused error={assign.error} />
    </section>
  )
}
