import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { useMay } from '../shell/session.tsx'
import { Proposal } from './Proposal.tsx'

/** What a service task is about: the notice, and the responsibility form as far as it is filled in. */
export default function TaskPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const task = useAsk('get /api/service-tasks/{id}', { params: { id } })
  const { tasks } = texts
  return (
    <Shown of={task}>
      {(one) => (
        <>
          <About
            entries={[
              [say(tasks.customer), one.customerName],
              [say(tasks.contact), `${one.contactName} ${one.contactDetails}`],
              [say(tasks.requirement), one.requirement],
              [say(tasks.site), one.form.site?.situation ?? one.siteSituation],
              [say(tasks.engineer), nameOf(one.engineerId)],
              [say(tasks.solution), one.form.solution],
              [say(tasks.appointment), one.form.appointmentAt && <When key="a" at={one.form.appointmentAt} />],
              [say(tasks.estimate), one.form.estimateAt && <When key="e" at={one.form.estimateAt} />],
              [say(tasks.ledgerNumber), one.form.ledgerNumber],
            ]}
          />
          {one.state === 'open' && !one.engineerId && may('serviceTask.assign') && <Proposal id={id} />}
        </>
      )}
    </Shown>
  )
}
