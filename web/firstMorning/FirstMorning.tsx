import Button from 'antd/es/button'
import { useSearchParams } from 'wouter'
import type { Answer } from '../client/ask.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { stepWords, words } from '../texts/firstMorning.ts'
import { Accounts } from './Accounts.tsx'
import { Company } from './Company.tsx'
import { LoadList } from './LoadList.tsx'
import { Sample } from './Sample.tsx'

type Steps = Answer<'get /api/first-morning'>['steps']

/** A department that has only lists gets going: step by step, each with a template, a preview, and what stands already. */
export default function FirstMorning() {
  const say = useSay()
  const may = useMay()
  const morning = useAsk('get /api/first-morning', {})
  return (
    <Page title={say(words.title)}>
      <p>{say(words.intro)}</p>
      <Shown of={morning}>{({ steps }) => <Walk steps={steps} />}</Shown>
      {may('sample.load') && <Sample />}
    </Page>
  )
}

function Walk({ steps }: { steps: Steps }) {
  const say = useSay()
  const [search] = useSearchParams()
  const done = steps.filter(({ doneAt }) => doneAt !== null).length
  const here = steps.find(({ step }) => step === search.get('step')) ?? steps.find(({ doneAt }) => !doneAt) ?? steps[0]!
  return (
    <>
      <p className="soft">{say(words.progress, { n: done, of: steps.length })}</p>
      <Lanes
        label={say(words.steps)}
        name="step"
        chosen={here.step}
        options={steps.map(({ step, doneAt }) => ({
          value: step,
          label: `${doneAt ? '✓ ' : ''}${say(stepWords[step].label)}`,
        }))}
      />
      <Step key={here.step} of={here} people={steps.find(({ step }) => step === 'people')!.count} />
    </>
  )
}

function Step({ of: { step, count, doneAt }, people }: { of: Steps[number]; people: number }) {
  const say = useSay()
  const mark = useDo('put /api/first-morning/{step}')
  const { label, about } = stepWords[step]
  return (
    <section aria-labelledby="step" className="card stack">
      <div className="row apart">
        <h2 id="step">{say(label)}</h2>
        <span className="soft">
          {step !== 'company' && say(words.stands, { n: count })} {doneAt && <When at={doneAt} />}
        </span>
      </div>
      <p>{say(about)}</p>
      {step === 'company' ? (
        <Company />
      ) : step === 'accounts' ? (
        <Accounts people={people} accounts={count} />
      ) : (
        <LoadList kind={step} />
      )}
      <Refused error={mark.error} />
      <div>
        <Button
          loading={mark.isPending}
          onClick={() => mark.mutate({ params: { step }, body: { done: doneAt === null } })}
        >
          {say(doneAt ? words.reopen : words.markDone)}
        </Button>
      </div>
    </section>
  )
}
