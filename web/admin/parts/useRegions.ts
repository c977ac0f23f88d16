import { MINUTE } from '../../../rules/instant.ts'
import { roleIds, roles } from '../../../rules/roles.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'

/** The regions as options, and what one is called. */
export function useRegions() {
  const { data } = useAsk('get /api/regions', {}, { freshMs: MINUTE })
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return { options, nameOf: (id: string | null) => options.find((one) => one.value === id)?.label ?? '' }
}

/** Every role as an option, in the reader's language. */
export function useRoles() {
  const say = useSay()
  return roleIds.map((role) => ({ value: role as string, label: say(roles[role]) }))
}
