import { Link } from 'wouter'
import type { Text } from '../../rules/text.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import './counters.css'

interface Counter {
  label: Text
  n: number
  to: string
  overdue?: number
  bad?: boolean
}

/** How things stand, each number a way to what it counts. */
export function Counters() {
  const say = useSay()
  const counts = useAsk('get /api/workplace', {})
  const { workplace } = texts
  return (
    <Shown of={counts}>
      {({ mine, calls, incidents, serviceTasks, staffChanges }) => {
        const shown: Counter[] = [
          { label: workplace.mineOpen, n: mine.open, to: '/#mine' },
          { label: workplace.mineSoon, n: mine.soon, to: '/#mine' },
          { label: workplace.mineOverdue, n: mine.overdue, to: '/#mine', bad: true },
        ]
        if (calls)
          shown.push(
            { label: workplace.missed, n: calls.missed, to: '/calls?lane=missed' },
            { label: workplace.callsOverdue, n: calls.overdue, to: '/calls?lane=overdue', bad: true },
          )
        const rest = [
          [workplace.incidents, incidents, '/incidents?state=open'],
          [workplace.serviceTasks, serviceTasks, '/service-tasks?state=open'],
          [workplace.staffChanges, staffChanges, '/staff-changes?state=open'],
        ] as const
        for (const [label, count, to] of rest)
          if (count) shown.push({ label, n: count.open, overdue: count.overdue, to })
        return (
          <ul className="counters" aria-label={say(workplace.counters)}>
            {shown.map(({ label, n, to, overdue, bad }) => (
              <li key={label.en}>
                <Link href={to} className={bad && n > 0 ? 'bad' : ''}>
                  <span>{say(label)}</span>
                  <strong>{n}</strong>
                  {overdue ? <span className="small over">{say(workplace.ofWhich, { n: overdue })}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        )
      }}
    </Shown>
  )
}
