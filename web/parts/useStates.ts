import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

/** The states of a case, as lists can be narrowed to one. */
export function useStates(): { value: string; label: string }[] {
  const say = useSay()
  const { open, ended, withdrawn } = texts.cases
  return [
    { value: '', label: say(texts.common.all) },
    ...Object.entries({ open, ended, withdrawn }).map(([value, label]) => ({ value, label: say(label) })),
  ]
}
