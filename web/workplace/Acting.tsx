import { roles } from '../../rules/roles.ts'
import { useSay } from '../language.tsx'
import { useNames } from '../parts/names.tsx'
import { useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'

/** For whom I act at present, and in which role: what I do in it is written down as done for them. */
export function Acting() {
  const say = useSay()
  const nameOf = useNames()
  const lent = useMe().grants.filter((grant) => grant.forPersonId)
  const shown = new Map(lent.map((grant) => [`${grant.forPersonId} ${grant.role}`, grant]))
  if (shown.size === 0) return null
  return (
    <div role="status">
      {[...shown].map(([key, { role, forPersonId }]) => (
        <p key={key} className="mark warn">
          {say(texts.workplace.acting, { who: nameOf(forPersonId), role: say(roles[role]) })}
        </p>
      ))}
    </div>
  )
}
