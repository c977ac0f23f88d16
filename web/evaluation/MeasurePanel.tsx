import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import { Outcome } from './Outcome.tsx'

/** What was proposed for whom and why, the person's record then, and what became of it. */
export default function MeasurePanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const found = useAsk('get /api/measures/{id}', { params: { id } }, { enabled: may('measure.own') })
  if (!may('measure.own')) return null
  return (
    <Shown of={found}>
      {({ record, ...one }) => (
        <>
          <About
            entries={[
              [say(texts.common.person), one.personName],
              [say(words.measure), say(one.label)],
              [say(words.clauseOf), one.clause],
              [say(words.amount), one.amountFen > 0 ? money(one.amountFen) : null],
              [say(texts.common.reason), one.reason],
              [say(words.proposedBy), one.proposerName],
              [say(texts.common.happenedAt), <When key="at" at={one.proposedAt} />],
              [say(words.decision), <Outcome key="outcome" approved={one.approved} lifted={one.lifted} />],
              [say(words.explanation), one.explanation && `${nameOf(one.decidedById)}: ${one.explanation}`],
              [say(words.carriedOut), one.carriedOutNote],
            ]}
          />
          <section aria-label={say(words.record)} className="stack">
            <h2 className="sub">{say(words.record)}</h2>
            <p className="soft small">{say(words.recordHint)}</p>
            <About
              entries={[
                [
                  say(words.rewardsAndPenalties),
                  `${record.rewards} (${money(record.rewardFen)}) / ${record.penalties} (${money(record.penaltyFen)})`,
                ],
                [say(words.points), String(record.points)],
                [say(words.measures), record.measures.map(({ label }) => say(label)).join(say(texts.common.comma))],
                [
                  say(texts.shell.evaluations),
                  record.evaluations.map(({ programme, toOn, total }) => `${programme} ${toOn}: ${total}`).join('; '),
                ],
              ]}
            />
          </section>
        </>
      )}
    </Shown>
  )
}
