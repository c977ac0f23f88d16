import { lazy, Suspense } from 'react'
import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { Shown } from '../parts/Shown.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { CaseFiles } from './Files.tsx'
import { Cost } from './Cost.tsx'
import { Forms } from './Forms.tsx'
import { kindOf, kindLabel } from './kinds.ts'
import { Promises } from './Promises.tsx'
import { Steps } from './Steps.tsx'
import { Timeline } from './Timeline.tsx'
import { useCase } from './useCase.ts'
import './case.css'

const panels = {
  call: lazy(() => import('../calls/CallPanel.tsx')),
  incident: lazy(() => import('../incidents/IncidentPanel.tsx')),
  serviceTask: lazy(() => import('../serviceTasks/TaskPanel.tsx')),
  accident: lazy(() => import('../accidents/AccidentPanel.tsx')),
  appeal: lazy(() => import('../appeals/AppealPanel.tsx')),
  assessment: lazy(() => import('../assessments/SheetPanel.tsx')),
  report: lazy(() => import('../reports/ReportPanel.tsx')),
  workReport: lazy(() => import('../reports/ReportPanel.tsx')),
  rulebook: lazy(() => import('../rulebook/DraftPanel.tsx')),
  evaluation: lazy(() => import('../evaluation/EvaluationPanel.tsx')),
  measure: lazy(() => import('../evaluation/MeasurePanel.tsx')),
  bonus: lazy(() => import('../pay/BonusPanel.tsx')),
  payRate: lazy(() => import('../pay/RatePanel.tsx')),
  statement: lazy(() => import('../statements/StatementPanel.tsx')),
  penalty: lazy(() => import('../penalties/PenaltyPanel.tsx')),
  recommendation: lazy(() => import('../recommendations/RecommendationPanel.tsx')),
  staffChange: lazy(() => import('../staffChanges/ChangePanel.tsx')),
}

/** A whole case, whatever its kind: what it is about, what can be done, what is owed, what happened, what it cost. */
export function CaseView({ id, heading: Heading = 'h2' }: { id: string; heading?: 'h1' | 'h2' }) {
  const say = useSay()
  const [search] = useSearchParams()
  const found = useCase(id)
  const kind = kindOf(id)
  const Panel = kind in panels ? panels[kind as keyof typeof panels] : undefined
  return (
    <Shown of={found}>
      {(one) => (
        <article className="stack case">
          <div className="row apart">
            <Heading>{say(kindLabel(kind))}</Heading>
            <StateMark state={one.state} />
          </div>
          <p className="soft small">
            {say(texts.cases.startedAt)} <When at={one.startedAt} />
            {one.endedAt && (
              <>
                {' · '}
                {say(texts.cases.endedAt)} <When at={one.endedAt} />
              </>
            )}
            {one.nextAlarmAt && (
              <>
                {' · '}
                {say(texts.cases.nextAlarm)} <When at={one.nextAlarmAt} />
              </>
            )}
          </p>
          <Suspense fallback={<Waiting />}>{Panel && <Panel id={id} />}</Suspense>
          <Steps key={search.get('do')} of={one} />
          <Promises of={one} />
          <Forms id={id} />
          <CaseFiles id={id} />
          <Timeline of={one} />
          <Cost of={one} />
        </article>
      )}
    </Shown>
  )
}
