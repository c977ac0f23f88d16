import { MINUTE } from '../../rules/instant.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'

/** What everybody is called, kept for a while. */
export function useNames(): (id: string | null | undefined) => string {
  const say = useSay()
  const may = useMay()
  const { data } = useAsk('get /api/names', {}, { freshMs: 10 * MINUTE, enabled: may('person.read'), keep: true })
  return (id) => {
    if (!id) return ''
    if (!may('person.read')) return say(texts.common.person)
    return data?.items.find((one) => one.id === id)?.name ?? (data ? say(texts.common.somebody) : '…')
  }
}

/** Who bears or gets something: a person by name, a role by what it is called, or the unit. */
export function useParty(): (personId: string | null, role: string | null) => string {
  const say = useSay()
  const nameOf = useNames()
  return (personId, role) => {
    if (personId) return nameOf(personId)
    if (role === 'unit' || role === null) return say(texts.common.unit)
    if (role === 'external') return say(texts.common.external)
    return role in roles ? say(roles[role as Role]) : role
  }
}
