import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { groups, pages } from './pages.ts'
import { useMay } from './session.tsx'
import './menu.css'

/** Which groups somebody folded stays on this device. */
const KEY = 'shouyue.menu.folded'
const folded = () => (localStorage.getItem(KEY) ?? '').split(' ')
const isUnder = (path: string, here: string) => here === path || (path !== '/' && here.startsWith(`${path}/`))

/** Where my roles have something to do, in groups that fold. */
export function Menu({ gone }: { gone?: () => void }) {
  const say = useSay()
  const may = useMay()
  const [here] = useLocation()
  const [closed, setClosed] = useState(folded)
  function fold(group: string, open: boolean) {
    const next = [...closed.filter((one) => one !== group && one !== ''), ...(open ? [] : [group])]
    localStorage.setItem(KEY, next.join(' '))
    setClosed(next)
  }
  const mine = pages.filter(({ menu, action }) => menu && (action === null || may(action)))
  return (
    <nav aria-label={say(texts.shell.mainMenu)}>
      {Object.entries(groups).map(([group, label]) => {
        const entries = mine.filter(({ menu }) => menu!.group === group)
        if (entries.length === 0) return null
        // What one came from is never hidden: the group of the page on the screen stands open.
        const isHere = entries.some(({ path }) => isUnder(path, here))
        return (
          <details
            key={group}
            open={isHere || !closed.includes(group)}
            onToggle={({ currentTarget }) => !isHere && fold(group, currentTarget.open)}
          >
            <summary>{say(label)}</summary>
            <ul className="menu">
              {entries.map(({ path, menu }) => (
                <li key={path}>
                  <Link href={path} onClick={gone} aria-current={isUnder(path, here) ? 'page' : undefined}>
                    {say(menu!.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}
