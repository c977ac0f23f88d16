import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { Charges } from '../equipment/Charges.tsx'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Phone } from '../parts/Phone.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'
import { useMay } from '../shell/session.tsx'
import { Proposal } from './Proposal.tsx'
import { Ratings } from './Ratings.tsx'
import { TaskForm } from './TaskForm.tsx'

const CustomerLinks = lazy(() => import('../customerLinks/CustomerLinks.tsx'))

/** What a service task is about: the notice, and the responsibility form as far as it is filled in. */
export default function TaskPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const link = useCaseLink()
  const task = useAsk('get /api/service-tasks/{id}', { params: { id } })
  const { tasks } = texts
  return (
    <Shown of={task}>
      {(one) => (
        <>
          <About
            entries={[
              [say(tasks.customer), one.customerName],
              [
                say(tasks.contact),
                <>
                  {one.contactName} <Phone text={one.contactDetails} />
                </>,
              ],
              [say(tasks.requirement), one.requirement],
              [say(taskForms.product), one.product],
              [say(tasks.site), one.form.site?.situation ?? one.siteSituation],
              [say(tasks.engineer), nameOf(one.engineerId)],
              [say(taskForms.parent), one.parentId && <Link href={link(one.parentId)}>{say(texts.common.open)}</Link>],
              [
                say(taskForms.extras),
                one.extraIds.length > 0 && (
                  <span className="row">
                    {one.extraIds.map((extra, n) => (
                      <Link key={extra} href={link(extra)}>
                        {say(taskForms.extra)} {n + 1}
                      </Link>
                    ))}
                  </span>
                ),
              ],
              [say(tasks.ledgerNumber), one.form.ledgerNumber],
            ]}
          />
          <TaskForm of={one} />
          <Charges caseId={id} />
          <Ratings of={one} />
          {one.state === 'open' && !one.engineerId && may('serviceTask.assign') && <Proposal id={id} />}
          <Suspense>{one.engineerId && may('customerLink.make') && <CustomerLinks id={id} />}</Suspense>
        </>
      )}
    </Shown>
  )
}
