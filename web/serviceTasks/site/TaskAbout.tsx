import type { Case } from '../../cases/useCase.ts'
import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { About as Entries } from '../../parts/About.tsx'
import { Phone } from '../../parts/Phone.tsx'
import { Countdown, When } from '../../parts/When.tsx'
import { texts } from '../../texts/index.ts'

/** What an engineer must know at a site: whom to ring, what for, by when. */
export function About(props: { task: Answer<'get /api/service-tasks/{id}'>; of: Case | undefined; brief?: boolean }) {
  const { task, of, brief } = props
  const say = useSay()
  const { tasks } = texts
  const clock = of?.obligations.find((row) => row.promise === 'complete' && row.work === 'open' && row.dueAt)
  return (
    <Entries
      entries={[
        [say(tasks.requirement), task.requirement],
        [
          say(tasks.contact),
          <>
            {task.contactName} <Phone text={task.contactDetails} />
          </>,
        ],
        [say(tasks.estimate), clock && <Countdown promise={clock} />],
        [say(tasks.appointment), task.form.appointmentAt && <When at={task.form.appointmentAt} day />],
        ...(brief
          ? []
          : ([
              [say(tasks.site), task.form.site?.situation ?? task.siteSituation],
              [say(tasks.solution), task.form.solution],
            ] as const)),
      ]}
    />
  )
}
