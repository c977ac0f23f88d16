import { useQueryClient } from '@tanstack/react-query'
import type { Answer, Given, Operation } from '../../client/ask.ts'
import { useDo } from '../../client/useAsk.ts'
import type { Fields } from '../../parts/useFields.ts'

/** What is read once and kept everywhere else; here is where it changes. */
const REGISTERS = ['get /api/names', 'get /api/lines', 'get /api/regions', 'get /api/people']

/** A deed of administration: refusals go to the fields, and what is kept of the register is read anew. */
export function useSave<O extends Operation>(operation: O, fields?: Fields, done?: (answer: Answer<O>) => void) {
  const queries = useQueryClient()
  const deed = useDo(operation)
  const save = (given: Given<O>) => {
    const how = {
      onSuccess: (answer: Answer<O>) => {
        fields?.forget()
        void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => REGISTERS.includes(name as string) })
        done?.(answer)
      },
      onError: (error: Error) => fields?.blame(error),
    }
    // What `Given` leaves open, an operation without parameters, the library can't tell from one with some.
    ;(deed.mutate as (given: Given<O>, options: typeof how) => void)(given, how)
  }
  return { save, isPending: deed.isPending, error: deed.error }
}
