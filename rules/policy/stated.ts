import { policies } from './index.ts'
import type { Terms } from './parameter.ts'

/** The terms of rulebooks as they are written (all of them unless named), with some values changed. */
export function statedTerms(changed: Record<string, unknown> = {}, ids?: readonly string[]): Terms {
  return Object.fromEntries(
    policies
      .filter(({ id }) => ids?.includes(id) ?? true)
      .flatMap(({ id, parameters }) =>
        Object.entries(parameters).map(([key, { value, clause }]) => [
          key,
          { value: key in changed ? changed[key] : value, clause, policy: id, variant: '', version: 1 },
        ]),
      ),
  )
}
