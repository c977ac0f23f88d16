import { Link, useLocation } from 'wouter'
import type { Action } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { useMay } from './session.tsx'

const ENTRIES: readonly { path: string; label: Text; action: Action }[] = [
  { path: '/', label: texts.shell.workplace, action: 'obligation.read' },
  { path: '/calls', label: texts.shell.calls, action: 'call.read' },
  { path: '/incidents', label: texts.shell.incidents, action: 'incident.read' },
  { path: '/service-tasks', label: texts.shell.serviceTasks, action: 'serviceTask.read' },
  { path: '/staff-changes', label: texts.shell.staffChanges, action: 'staffChange.read' },
  { path: '/rulebook', label: texts.shell.rulebook, action: 'policy.read' },
]

/** Where my roles have something to do. */
export function Menu({ gone }: { gone?: () => void }) {
  const say = useSay()
  const may = useMay()
  const [here] = useLocation()
  const isHere = (path: string) => (path === '/' ? here === '/' : here.startsWith(path))
  return (
    <nav aria-label={say(texts.shell.mainMenu)}>
      <ul className="menu">
        {ENTRIES.filter(({ action }) => may(action)).map(({ path, label }) => (
          <li key={path}>
            <Link href={path} onClick={gone} aria-current={isHere(path) ? 'page' : undefined}>
              {say(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
