import { INDICATORS } from '../../rules/evaluation/programme.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { Link } from 'wouter'
import { useCase } from '../cases/useCase.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import { Criteria } from './Criteria.tsx'
import { FollowUpForm } from './FollowUpForm.tsx'
import { Outcome } from './Outcome.tsx'
import { ScoreForm } from './ScoreForm.tsx'

export type Evaluation = Answer<'get /api/evaluations/{id}'>

/** Whom an evaluation is about, what the records say, its scores, and what follows. */
export default function EvaluationPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/evaluations/{id}', { params: { id } }, { enabled: may('evaluation.own') })
  const barred = useCase(id).data?.barred
  if (!may('evaluation.own')) return null
  // Who may not is told why among the next steps.
  const assesses = may('evaluation.assess') && barred && !barred.some(({ action }) => action === 'evaluation.assess')
  return (
    <Shown of={found}>
      {(one) => (
        <>
          <About
            entries={[
              [say(texts.common.person), one.personName],
              [say(words.programme), `${one.clause} ${say(one.programmeLabel)}`],
              [say(words.method), say(one.methodLabel)],
              [say(words.period), `${one.fromOn} – ${one.toOn}`],
              [say(words.occasion), one.occasion],
              [say(words.assessor), one.assessorName ?? say(roles[one.assessorRole as Role])],
              [say(words.assessedAt), one.assessedAt && <When key="at" at={one.assessedAt} />],
              [say(words.grade), one.gradeLabel && `${say(one.gradeLabel)} · ${one.total}`],
              [say(words.gradeReason), one.reason],
              [say(words.whyNothing), one.followUpNote],
            ]}
          />
          <Records of={one} />
          <Criteria of={one} />
          {one.proposed.length > 0 && (
            <ul aria-label={say(words.proposed)}>
              {one.proposed.map((each) => (
                <li key={each.caseId}>
                  <Link href={`/cases/${each.caseId}`}>{say(each.label)}</Link>{' '}
                  <Outcome approved={each.approved} lifted={false} />
                </li>
              ))}
            </ul>
          )}
          {assesses && one.state === 'open' && (one.assessedAt ? <FollowUpForm of={one} /> : <ScoreForm of={one} />)}
        </>
      )}
    </Shown>
  )
}

/** What cases, ratings, the ledger and the person's file say of the time. */
function Records({ of: { basis } }: { of: Evaluation }) {
  const say = useSay()
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? say(words.nothingCounted) : `${value}%`
  return (
    <section aria-label={say(words.basis)} className="stack">
      <h2 className="sub">{say(words.basis)}</h2>
      <About
        entries={[
          ...INDICATORS.map((name) => [say(words[name]), percent(basis.indicators[name])] as const),
          [say(words.complaints), String(basis.complaints)],
          [say(words.exams), `${basis.exams.passed} / ${basis.exams.failed}`],
          [say(words.contributions), String(basis.contributions)],
          [say(words.points), String(basis.points)],
          [say(words.rewardsAndPenalties), `${basis.rewards} / ${basis.penalties}`],
        ]}
      />
    </section>
  )
}
