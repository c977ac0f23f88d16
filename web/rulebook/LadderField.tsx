import type { Ladder } from '../../rules/obligation/ladder.ts'
import { audiences } from '../../rules/policy/valueText.ts'
import { useSay } from '../language.tsx'
import { TextField } from '../parts/Field.tsx'
import type { Fields } from '../parts/useFields.ts'
import { words } from '../texts/ladder.ts'
import type { Parameter } from './change.ts'
import { inDays, remindersOf, RUNGS, rungOf } from './ladder.ts'

/** The reminders of a clock, and whom it tells how late. */
export function LadderField({ of, parameter }: { of: Fields; parameter: Parameter }) {
  const say = useSay()
  const { key, label, value } = parameter
  const wrong = of.errors[key]
  return (
    <fieldset className="field stack tight">
      <legend>{say(label)}</legend>
      <TextField
        of={of}
        name={remindersOf(key)}
        label={say(words.reminders)}
        hint={say(words.remindersHint)}
        optional
      />
      {RUNGS.map((step) => (
        <TextField
          key={step}
          of={of}
          name={rungOf(key, step)}
          label={say(inDays(value as Ladder, step) ? words.afterDays : words.afterMinutes, {
            whom: say(audiences[step]!),
          })}
          optional
        />
      ))}
      <div className="soft small">{say(words.emptyIsNobody)}</div>
      {wrong && (
        <div className="wrong small" role="alert">
          {wrong}
        </div>
      )}
    </fieldset>
  )
}
