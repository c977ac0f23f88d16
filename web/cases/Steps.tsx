import Button from 'antd/es/button'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import type { Case } from './useCase.ts'
import { kindOf } from './kinds.ts'
import { stepsNow, type Step } from './step.ts'
import { StepForm } from './StepForm.tsx'
import { PANEL_ACTS, stepsOf } from './steps.ts'
import { Wanted } from './Wanted.tsx'

/** What can be done about a case now, by me. An address that names a promise (`?do=`) has the step that keeps it at hand. */
export function Steps({ of }: { of: Case }) {
  const say = useSay()
  const may = useMay()
  const me = useMe()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const asked = search.get('do')
  const mine = stepsNow(stepsOf(kindOf(of.id)), of.obligations, me.personId).filter(
    (step) =>
      (of.state === 'open' || step.closedToo) &&
      may(step.may) &&
      (step.when?.(of, me.personId, me.grants) ?? true) &&
      (!step.role || me.grants.some((grant) => grant.role === step.role)),
  )
  const isBarred = (step: Step) => of.barred.some(({ action }) => action === step.may)
  const now = mine.filter((one) => !isBarred(one))
  // That one can't take back what concerns oneself goes without saying; who may not decide is told why.
  const panel = PANEL_ACTS[kindOf(of.id)]
  const inPanel = panel !== undefined && of.state === 'open' && may(panel)
  const isAsked = (action: string) => mine.some((one) => one.may === action) || (inPanel && action === panel)
  const bars = of.barred.filter(({ action }) => action !== 'case.withdraw' && isAsked(action))
  const records = kindOf(of.id) === 'call' && may('call.record') && isOpen(of, 'record')
  const idle = now.length === 0 && !records
  /** Kept while somebody fills it in, whatever others do meanwhile. */
  const [step, choose] = useState<Step | undefined>(() =>
    asked ? now.find(({ promise }) => promise === asked) : undefined,
  )
  const place = useRef<HTMLElement>(null)
  // Who came for a step sees it, also where much stands above it.
  useEffect(() => {
    if (asked) place.current?.scrollIntoView({ block: 'center' })
  }, [asked])
  if (of.state !== 'open' && mine.length === 0 && !step) return null
  if (inPanel && idle && bars.length === 0 && !step) return null
  return (
    <section ref={place} className="steps stack" aria-label={say(texts.cases.nextSteps)}>
      <h2 className="sub">{say(texts.cases.nextSteps)}</h2>
      {step ? (
        <>
          <strong>{say(step.title)}</strong>
          {step.promise && <Wanted kind={kindOf(of.id)} promise={step.promise} />}
          <StepForm
            key={step.title.en}
            step={step}
            caseId={of.id}
            done={() => choose(undefined)}
            overtaken={!now.includes(step)}
          />
        </>
      ) : (
        !(idle && bars.length > 0) && (
          <div className="row">
            {records && (
              <Button type="primary" onClick={() => go(`/calls/${of.id}/record`)}>
                {say(texts.calls.record)}
              </Button>
            )}
            {now.map((one) => (
              <Button key={one.title.en} onClick={() => choose(one)}>
                {say(one.title)}
              </Button>
            ))}
            {idle && <span className="soft">{say(texts.cases.noSteps)}</span>}
          </div>
        )
      )}
      {bars.map(({ action, text }) => (
        <p key={action} className="soft">
          {say(texts.cases.mayNot, { why: say(text) })}
        </p>
      ))}
    </section>
  )
}

const isOpen = (one: Case, promise: string) =>
  one.obligations.some((owed) => owed.promise === promise && owed.work === 'open')
