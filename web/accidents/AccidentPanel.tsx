import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'wouter'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { StepForm } from '../cases/StepForm.tsx'
import { useCase } from '../cases/useCase.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Clause } from '../parts/Clause.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { groundText, stepWords, words } from '../texts/accidents.ts'
import { texts } from '../texts/index.ts'
import { ClassMark } from './ClassMark.tsx'
import { dropStep } from './steps.ts'

type File = Answer<'get /api/accidents/{id}'>

/** An accident: its class and the grounds that give it, each with its clause; what was done about it, in people's words. */
export default function AccidentPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const found = useAsk('get /api/accidents/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => (
        <>
          <About
            entries={[
              [say(words.class), <ClassMark key="class" of={one.class} />],
              [say(words.engineer), nameOf(one.engineerId)],
              [say(words.supervisor), nameOf(one.supervisorId)],
              [say(words.occurredAt), <When key="at" at={one.occurredAt} />],
              [say(words.description), one.description],
              [
                '',
                one.sourceCaseId && (
                  <Link key="source" href={`/cases/${one.sourceCaseId}`}>
                    {say(texts.common.open)}
                  </Link>
                ),
              ],
            ]}
          />
          <section aria-label={say(words.grounds)}>
            <h2 className="sub">{say(words.grounds)}</h2>
            <ul className="promises">
              {one.grounds.map((ground) => (
                <GroundLine key={ground.id} of={one} ground={ground} />
              ))}
            </ul>
          </section>
          {one.steps.length > 0 && <Done of={one} />}
        </>
      )}
    </Shown>
  )
}

function GroundLine({ of, ground }: { of: File; ground: File['grounds'][number] }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const barred = useCase(of.id).data?.barred
  // Who may not is told why among the next steps.
  const drops = may('accident.drop') && barred && !barred.some(({ action }) => action === 'accident.drop')
  const [dropping, drop] = useState(false)
  const { clause: cited } = ground
  return (
    <li>
      <div className="row apart">
        <strong>{say(groundText(ground.ground))}</strong>
        {ground.stands ? <ClassMark of={ground.class} /> : <span className="mark">{say(words.dropped)}</span>}
      </div>
      {cited && <Clause id={cited} title={isClauseId(cited) ? clause(cited) : null} />}
      <div className="row small soft">
        <span>{ground.source}</span>
        <When at={ground.occurredAt} />
        {ground.byId && <span>{say(words.recordedBy, { who: nameOf(ground.byId) })}</span>}
      </div>
      {drops && ground.stands && !dropping && (
        <Button size="small" onClick={() => drop(true)}>
          {say(words.dropGround)}
        </Button>
      )}
      {dropping && <StepForm step={dropStep(ground.id)} caseId={of.id} done={() => drop(false)} />}
    </li>
  )
}

function Done({ of }: { of: File }) {
  const say = useSay()
  const nameOf = useNames()
  return (
    <section aria-label={say(words.steps)}>
      <h2 className="sub">{say(words.steps)}</h2>
      <ul className="promises">
        {of.steps.map(({ id, kind, occurredAt, byId, data }) => (
          <li key={id}>
            <div className="row">
              <strong>{stepWords[kind] ? say(stepWords[kind]) : kind}</strong>
              <When at={occurredAt} />
              <span className="soft">{nameOf(byId)}</span>
            </div>
            <p style={{ whiteSpace: 'pre-line' }}>
              {[data['title'], data['note'] ?? data['text'] ?? data['body']].filter(Boolean).join('\n')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
