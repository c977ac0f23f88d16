import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'

/** Who leaves, who takes over, and how far the handover is. */
export default function ChangePanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const change = useAsk('get /api/staff-changes/{id}', { params: { id } })
  const { tasks } = texts
  return (
    <Shown of={change}>
      {(one) => (
        <About
          entries={[
            [say(tasks.trigger), say(tasks[one.trigger])],
            [say(tasks.outgoing), nameOf(one.outgoingId)],
            [say(tasks.incoming), nameOf(one.incomingId) || say(tasks.notYet)],
            [say(tasks.handoverFrom), one.handoverStartOn],
            [say(tasks.takesOverOn), one.takesOverOn],
            ['', one.handover?.today ? say(tasks.handoverDay, { n: one.handover.today }) : null],
          ]}
        />
      )}
    </Shown>
  )
}
