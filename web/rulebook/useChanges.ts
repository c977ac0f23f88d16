import { useSay } from '../language.tsx'
import { useFields, type Fields, type Values } from '../parts/useFields.ts'
import { words } from '../texts/rulebooks.ts'
import { fieldsOf, valueOf, type Parameter } from './change.ts'

/**
 * What somebody wants to change about a rulebook. It is kept on the device by the rulebook, so that what is typed for a
 * draft can be tried on the past, and what was tried can become a draft.
 */
export function useChanges(id: string, parameters: readonly Parameter[], initial?: Values) {
  const say = useSay()
  const fields = useFields({ kind: 'amendment', note: '', reference: '', changes: '{}', ...initial }, `change.${id}`)
  const typed = JSON.parse(fields.values['changes'] || '{}') as Values
  const put = (next: Values) => fields.set({ changes: JSON.stringify(next) })
  const chosen = parameters.filter(({ key }) => key in typed)
  const wrong = chosen.filter((one) => valueOf(one, typed) === undefined)
  /** The fields of the parameters chosen, as the parts of a form want them. */
  const inner: Fields = {
    ...fields,
    values: typed,
    errors: Object.fromEntries(wrong.map(({ key }) => [key, say(words.wrong)])),
    set: (change) => put({ ...typed, ...change }),
  }
  return {
    fields,
    inner,
    chosen,
    isSound: wrong.length === 0,
    values: Object.fromEntries(chosen.map((one) => [one.key, valueOf(one, typed)])),
    choose: (one: Parameter) => put({ ...typed, ...fieldsOf(one, one.value) }),
    leave: ({ key }: Parameter) =>
      put(Object.fromEntries(Object.entries(typed).filter(([name]) => name.split('#')[0] !== key))),
  }
}

export type Changes = ReturnType<typeof useChanges>
