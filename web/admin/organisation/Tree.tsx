import { Link } from 'wouter'
import { roles } from '../../../rules/roles.ts'
import { useSay } from '../../language.tsx'
import { Clause } from '../../parts/Clause.tsx'
import { words } from '../../texts/people.ts'
import { useRegions } from '../parts/useRegions.ts'
import { under, type Placed } from './tree.ts'

/** Somebody and, below, all who report to them. */
export function Branch({ of, all }: { of: Placed; all: readonly Placed[] }) {
  const say = useSay()
  const regions = useRegions()
  const below = under(all, of.id)
  const posts = of.roles.map(({ role, regionId }) =>
    regionId ? `${say(roles[role])} · ${regions.nameOf(regionId)}` : say(roles[role]),
  )
  return (
    <li>
      <div className="row">
        <Link href={`/admin/people?open=${of.id}`}>{of.name}</Link>
        <span className="soft">{posts.join(' / ')}</span>
        {of.misfits.map(({ clause, text }) => (
          <span key={clause} className="row">
            <span className="mark warn">{say(words.misfit)}</span>
            <span className="small">{say(text)}</span>
            <Clause id={clause} title={null} />
          </span>
        ))}
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((person) => (
            <Branch key={person.id} of={person} all={all} />
          ))}
        </ul>
      )}
    </li>
  )
}
