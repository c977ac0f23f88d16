import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'wouter'
import '../../cases/case.css'
import type { Step } from '../../cases/step.ts'
import CustomerLinks from '../../customerLinks/CustomerLinks.tsx'
import { StepFields } from '../../cases/StepForm.tsx'
import { useSay } from '../../language.tsx'
import { useOutbox } from '../../offline/outbox.tsx'
import { Queue } from '../../offline/Queue.tsx'
import { useQueued } from '../../offline/useQueued.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useMay } from '../../shell/session.tsx'
import { site } from '../../texts/site.ts'
import { Photos } from './Photos.tsx'
import { About } from './TaskAbout.tsx'
import { useTask } from './useTask.ts'
import './site.css'

/** One task on the engineer's phone: what it is about, the next step, photos, the customer's link, what waits to be sent. */
export default function SiteTask({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const { task, of, steps, words } = useTask(id)
  const { deeds } = useOutbox()
  // What was refused stands in the way; what merely waits does not.
  const refused = deeds.some((deed) => deed.caseId === id && deed.refused)
  const [chosen, choose] = useState<Step>()
  const [links, setLinks] = useState(false)
  const step = steps.find((one) => one.title === chosen?.title)
  return (
    <Shown of={task}>
      {(one) => (
        <Page title={one.customerName}>
          {refused && <Queue caseId={id} />}
          <div className="card">
            <About task={one} of={of.data} />
          </div>
          <section className="steps stack" aria-label={say(site.next)}>
            <h2 className="sub">{say(site.next)}</h2>
            {step ? (
              <>
                <strong>{say(step.title)}</strong>
                <Doing
                  key={step.title.en}
                  step={step}
                  id={id}
                  about={one.customerName}
                  done={() => choose(undefined)}
                />
              </>
            ) : (
              <>
                {steps.length === 0 && <p>{words}</p>}
                {steps.map((each, at) => (
                  <Button
                    key={each.title.en}
                    block
                    size="large"
                    type={at === 0 ? 'primary' : 'default'}
                    onClick={() => choose(each)}
                  >
                    {say(each.title)}
                  </Button>
                ))}
              </>
            )}
          </section>
          <Photos id={id} about={one.customerName} />
          {one.engineerId && one.state === 'open' && may('customerLink.make') && (
            <details className="card" onToggle={({ currentTarget }) => setLinks(currentTarget.open)}>
              <summary>{say(site.customerLink)}</summary>
              {/* Links are made by the server: nothing is asked of it before somebody wants one. */}
              {links && <CustomerLinks id={id} />}
            </details>
          )}
          {!refused && <Queue caseId={id} />}
          <Link href={`/cases/${id}`}>{say(site.allSteps)}</Link>
        </Page>
      )}
    </Shown>
  )
}

function Doing({ step, id, about, done }: { step: Step; id: string; about: string; done: () => void }) {
  return <StepFields step={step} caseId={id} done={done} deed={useQueued(step, id, about)} />
}
