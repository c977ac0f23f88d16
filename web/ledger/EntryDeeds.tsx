import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'wouter'
import { StepForm } from '../cases/StepForm.tsx'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { When } from '../parts/When.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { causes, words } from '../texts/ledger.ts'
import { causeStep, entryDeeds } from './deeds.ts'

type Options = Answer<'get /api/ledger/{id}/options'>
type Deed = keyof typeof entryDeeds

/** What I can do about an entry; what my role could but I may not, with the reason. */
export function EntryDeeds({ entry, options }: { entry: Answer<'get /api/ledger/{id}'>; options: Options }) {
  const say = useSay()
  const may = useMay()
  const { personId } = useMe()
  const [chosen, choose] = useState<Deed>()
  const mine = entry.personId === personId
  const open = entry.state === 'provisional'
  // Those of the person concerned, and those of who decides; about what is settled there is nothing to explain.
  const unseen: Deed[] = options.handOver === null ? ['handOver'] : []
  const deeds: Deed[] = mine ? ['cause', 'appeal'] : open ? ['decide', 'waive', ...unseen] : []
  const possible = deeds.filter((deed) => may(entryDeeds[deed].may))
  const free = possible.filter((deed) => options[deed] === null)
  const barred = possible.flatMap((deed) => (mine ? [] : (options[deed] ?? [])))
  const reasons = [...new Map(barred.map((one) => [one.code, one.text])).values()]
  return (
    <section className="steps stack" aria-label={say(texts.cases.nextSteps)}>
      <h2 className="sub">{say(texts.cases.nextSteps)}</h2>
      {options.claim && (
        <p>
          {say(words.claimed)}: <strong>{say(causes[options.claim.cause])}</strong> · {options.claim.note}{' '}
          <When at={options.claim.at} />
        </p>
      )}
      {options.claim && open && <p className="soft">{say(words.waitsForDecision)}</p>}
      {options.causeUntil && mine && <Until text="causeUntil" at={options.causeUntil} />}
      {options.appealUntil && mine && !options.appeal && <Until text="appealUntil" at={options.appealUntil} />}
      {chosen && free.includes(chosen) ? (
        <>
          <strong>{say(entryDeeds[chosen].title)}</strong>
          <StepForm
            key={chosen}
            step={chosen === 'cause' ? causeStep(options.causes) : entryDeeds[chosen]}
            caseId={entry.id}
            done={() => choose(undefined)}
          />
        </>
      ) : (
        <div className="row">
          {free.map((deed) => (
            <Button key={deed} onClick={() => choose(deed)}>
              {say(entryDeeds[deed].title)}
            </Button>
          ))}
          {options.appealId && <Link href={`/cases/${options.appealId}`}>{say(words.seeAppeal)}</Link>}
          {free.length === 0 && reasons.length === 0 && !options.appealId && (
            <span className="soft">{say(texts.cases.noSteps)}</span>
          )}
        </div>
      )}
      {reasons.map((why) => (
        <p key={why.en} className="soft">
          {say(texts.cases.mayNot, { why: say(why) })}
        </p>
      ))}
    </section>
  )
}

function Until({ text, at }: { text: 'causeUntil' | 'appealUntil'; at: string }) {
  const say = useSay()
  const [before, after] = say(words[text]).split('{time}')
  return (
    <p>
      {before}
      <When at={at} />
      {after}
    </p>
  )
}
