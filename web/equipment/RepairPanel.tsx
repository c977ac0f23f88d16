import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'wouter'
import { clause } from '../../rules/clauses/index.ts'
import { repairStates, signLabels } from '../../rules/equipment/repair.ts'
import { Panel } from '../admin/parts/FormDrawer.tsx'
import { step, type Step } from '../cases/step.ts'
import { StepForm } from '../cases/StepForm.tsx'
import type { Schemas } from '../client/schema.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Clause } from '../parts/Clause.tsx'
import { useNames } from '../parts/names.tsx'
import { isoOf } from '../parts/time.ts'
import { When } from '../parts/When.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/repairs.ts'
import { thingText } from './EquipmentField.tsx'

type Repair = Schemas['Repair']
type Sign = Repair['signs'][number]

const reason = { name: 'reason', label: texts.common.reason, kind: 'long' } as const
const correction = { promise: null, may: 'repair.correct', operation: 'post /api/repairs/{id}/corrections' } as const

const stated = step({
  ...correction,
  title: words.stated,
  fields: [{ name: 'failedAt', label: words.failedAt, kind: 'time' }, reason],
  given: (id, values) => ({
    params: { id },
    body: { reason: values['reason']!, change: { kind: 'stated', failedAt: isoOf(values['failedAt']!) } },
  }),
})
const takenBack = step({
  ...correction,
  title: words.takeBack,
  fields: [reason],
  given: (id, values) => ({ params: { id }, body: { reason: values['reason']!, change: { kind: 'takenBack' } } }),
})
const ofSign = (signId: string, kind: 'setAside' | 'restored') =>
  step({
    ...correction,
    title: words[kind],
    fields: [reason],
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']!, change: { kind, signId } } }),
  })

/** One repair: its warranty, what was heard of the thing since, what was put right and by whom; and how to put it right. */
export function RepairPanel({ of, close }: { of: Repair; close: () => void }) {
  const say = useSay()
  const may = useMay()
  const { personId } = useMe()
  const [taking, take] = useState<Step>()
  const mayCorrect = may('repair.correct') && of.stands && of.engineerId !== personId
  return (
    <Panel title={thingText(of)} close={close}>
      <About
        entries={[
          [say(words.engineer), of.engineerName],
          [say(words.repairedAt), <When key="at" at={of.repairedAt} />],
          [say(words.work), of.work],
          [say(words.origin), of.caseId && <Link href={`/cases/${of.caseId}`}>{say(texts.common.open)}</Link>],
          [say(words.warranty), <Warranty key="warranty" of={of} />],
          [say(texts.common.state), <Standing key="state" of={of} />],
        ]}
      />
      <Signs of={of} taking={taking} take={mayCorrect ? take : undefined} />
      <Notes of={of} />
      {mayCorrect &&
        (taking && [stated, takenBack].includes(taking) ? (
          <StepForm step={taking} caseId={of.id} done={() => take(undefined)} />
        ) : (
          <div className="row">
            <Button onClick={() => take(stated)}>{say(words.stated)}</Button>
            <Button danger onClick={() => take(takenBack)}>
              {say(words.takeBack)}
            </Button>
          </div>
        ))}
    </Panel>
  )
}

/** Until when the repair is under warranty, by which clause. */
export function Warranty({ of: { warrantyUntilOn, state } }: { of: Repair }) {
  const say = useSay()
  return (
    <span>
      {warrantyUntilOn === null
        ? say(words.warrantyUnset)
        : `${say(words.warrantyUntil, { day: warrantyUntilOn })} · ${say(repairStates[state])}`}{' '}
      <Clause id="S1-4.4.2" title={clause('S1-4.4.2')} />
    </span>
  )
}

/** Whether what was repaired failed again. */
export function Standing({ of: { stands, failed, state } }: { of: Repair }) {
  const say = useSay()
  if (!stands) return <span className="mark">{say(words.takenBack)}</span>
  if (failed) return <span className="mark bad">{say(words.failed)}</span>
  return state === 'unset' ? (
    <span className="mark">{say(words.notJudged)}</span>
  ) : (
    <span className="mark good">{say(words.held)}</span>
  )
}

function Signs({ of, taking, take }: { of: Repair; taking?: Step; take?: (step: Step | undefined) => void }) {
  const say = useSay()
  const [chosen, choose] = useState<string>()
  const stateOf = ({ counts, setAside }: Sign) => (counts ? words.counts : setAside ? words.aside : words.countsNot)
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.signs)}</h2>
      {of.signs.length === 0 && <p className="soft">{say(words.noSigns)}</p>}
      {of.signs.map((sign) => {
        const kind = sign.setAside ? 'restored' : 'setAside'
        return (
          <div key={sign.id} className="stack tight">
            <div className="row">
              <span>{say(signLabels[sign.kind])}</span>
              <When at={sign.at} />
              <span className={sign.counts ? 'mark bad' : 'mark'}>{say(stateOf(sign))}</span>
              {sign.caseId && <Link href={`/cases/${sign.caseId}`}>{say(texts.common.open)}</Link>}
              {take && (
                <Button
                  size="small"
                  onClick={() => {
                    choose(sign.id)
                    take(ofSign(sign.id, kind))
                  }}
                >
                  {say(words[kind])}
                </Button>
              )}
            </div>
            {taking && take && chosen === sign.id && ![stated, takenBack].includes(taking) && (
              <StepForm step={taking} caseId={of.id} done={() => take(undefined)} />
            )}
          </div>
        )
      })}
    </section>
  )
}

const noteWords = {
  stated: words.stated,
  setAside: words.setAside,
  restored: words.restored,
  takenBack: words.takeBack,
} as const

function Notes({ of: { notes } }: { of: Repair }) {
  const say = useSay()
  const nameOf = useNames()
  if (notes.length === 0) return null
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.history)}</h2>
      {notes.map((note) => (
        <div key={note.id} className="row">
          <span>{say(noteWords[note.kind])}</span>
          <span className="soft">
            {nameOf(note.byId)} <When at={note.recordedAt} />
          </span>
          <span>{note.reason}</span>
        </div>
      ))}
    </section>
  )
}
