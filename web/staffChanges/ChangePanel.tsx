import { roles } from '../../rules/roles.ts'
import { staffChangePromises } from '../../rules/staffChange/labels.ts'
import { DELIVERABLES } from '../../rules/staffChange/parameters.ts'
import { useAsk } from '../client/useAsk.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { changes as words } from '../texts/staffChanges.ts'
import { texts } from '../texts/index.ts'

type Change = Answer<'get /api/staff-changes/{id}'>

/** Who leaves, who takes over, under which rulebook, and how far the handover is. Whoever hands over sees the promises. */
export default function ChangePanel({ id }: { id: string }) {
  const may = useMay()
  const change = useAsk('get /api/staff-changes/{id}', { params: { id } }, { enabled: may('staffChange.read') })
  if (!may('staffChange.read')) return null
  return <Shown of={change}>{(one) => <Panel one={one} />}</Shown>
}

function Panel({ one }: { one: Change }) {
  const say = useSay()
  const { tasks } = texts
  const { rules, plan, handover } = one
  const named = (some: typeof rules.approvers) => some.map((role) => say(roles[role])).join(say(texts.common.comma))
  return (
    <>
      <About
        entries={[
          [say(words.project), one.projectName],
          [say(tasks.trigger), say(tasks[one.trigger])],
          [say(words.ground), one.ground && say(words[one.ground])],
          [say(tasks.outgoing), one.outgoingName],
          [say(tasks.incoming), one.incomingName ?? say(tasks.notYet)],
          [say(words.noticeOn), one.trigger === 'client' ? null : plan.noticeOn],
          [say(words.applyOn), plan.applyOn],
          [say(tasks.handoverFrom), plan.handoverStartOn],
          [say(tasks.takesOverOn), plan.takesOverOn],
          [say(words.noticeTo), named(rules.noticeTo)],
          [say(words.approve), named(rules.approvers)],
        ]}
      />
      <p className="soft small">{say(words.under, { title: say(rules.policy.title) })}</p>
      {handover && <Handover of={one} handover={handover} />}
    </>
  )
}

/** What was handed over, which day of the handover it is, and when it can be complete. */
function Handover({ of, handover }: { of: Change; handover: NonNullable<Change['handover']> }) {
  const say = useSay()
  const { tasks } = texts
  const owed = (promise: string) => of.obligations.find((row) => row.promise === promise && row.reason !== 'notOwed')
  return (
    <section aria-label={say(staffChangePromises['handOver']!)}>
      <p className="row">
        {handover.today !== null && <strong>{say(tasks.handoverDay, { n: handover.today })}</strong>}
        {handover.days !== null && <span className="soft">{say(words.handoverOf, { n: handover.days })}</span>}
        {handover.endsAt && (
          <span className="soft">
            <When at={handover.endsAt} /> {say(words.fromThen)}
          </span>
        )}
      </p>
      <ul className="promises">
        {DELIVERABLES.filter((one) => owed(one)).map((one) => (
          <li key={one} className="row">
            <span className={`mark ${owed(one)!.work === 'done' ? 'good' : 'warn'}`}>
              {say(owed(one)!.work === 'done' ? texts.cases.done : texts.cases.open)}
            </span>
            {say(staffChangePromises[one]!)}
          </li>
        ))}
      </ul>
    </section>
  )
}
