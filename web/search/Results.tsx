import { Link } from 'wouter'
import type { Answer } from '../client/ask.ts'
import { kindLabel } from '../cases/kinds.ts'
import { useSay } from '../language.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { When } from '../parts/When.tsx'
import { pages } from '../shell/pages.ts'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/search.ts'

type Found = Answer<'post /api/search'>
type Group = keyof Found

/** Where each kind leads; contacts and projects to their customer. */
const PAGES: Readonly<Record<Group, string>> = {
  people: '/admin/people?open=:id',
  customers: '/admin/customers?open=:id',
  contacts: '/admin/customers?open=:id',
  projects: '/admin/customers?open=:id',
  equipment: '/admin/equipment?open=:id',
  cases: '/cases/:id',
  clauses: '/rulebook/:id',
}
const GROUPS = Object.keys(PAGES) as Group[]

/** What was found, by kind, each a way to the thing itself where the reader may go there. */
export function Results({ of, asked, busy, gone }: { of: Found; asked: string; busy: boolean; gone: () => void }) {
  const say = useSay()
  const may = useMay()
  const n = GROUPS.reduce((sum, group) => sum + of[group].length, 0)
  const open = (address: string) =>
    pages.some(({ path, action }) => path === address.split('?')[0] && (action === null || may(action)))
  const hrefOf = (group: Group, id: string) => (id && open(PAGES[group]) ? PAGES[group].replace(':id', id) : undefined)
  return (
    <div role="region" aria-label={say(words.results)} aria-busy={busy} className="stack tight">
      <p role="status" className="soft small">
        {n === 0 ? say(words.nothing, { q: asked }) : say(words.found, { n })}
      </p>
      {GROUPS.filter((group) => of[group].length > 0).map((group) => (
        <section key={group} aria-labelledby={`found-${group}`}>
          <h2 id={`found-${group}`}>{say(words[group])}</h2>
          <ul>
            {of[group].map((one, i) => {
              const href = hrefOf(group, 'policy' in one ? (one.policy ?? '') : one.id)
              const shown = (
                <>
                  <strong>{one.title}</strong> <span className="soft small">{'kind' in one ? '' : one.detail}</span>
                  {'kind' in one && (
                    <span className="small">
                      {say(kindLabel(one.kind))} <StateMark state={one.state} /> <When at={one.startedAt} />
                    </span>
                  )}
                </>
              )
              return (
                <li key={`${one.id} ${i}`}>
                  {href ? (
                    <Link href={href} onClick={gone}>
                      {shown}
                    </Link>
                  ) : (
                    <span>{shown}</span>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
