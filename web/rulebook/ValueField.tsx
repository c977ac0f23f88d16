import { readings } from '../../rules/policy/readings.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, TextField } from '../parts/Field.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { FlagsField } from '../parts/SpecialFields.tsx'
import type { Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { SPANS, spanOf, type Parameter } from './change.ts'
import { LadderField } from './LadderField.tsx'

/** The new value of a parameter, typed or chosen as its unit wants. */
export function ValueField({ of, parameter }: { of: Fields; parameter: Parameter }) {
  const say = useSay()
  const { key, unit, choices, value } = parameter
  const props = { of, name: key, label: say(parameter.label), optional: true }
  const hint = say(words.emptyIsBlank)
  const named = (name: string) => {
    const text = readings[name] ?? (name in roles ? roles[name as Role] : undefined)
    return { value: name, label: text ? say(text) : name }
  }
  if (unit === 'ladder') return <LadderField of={of} parameter={parameter} />
  if (unit === 'flag') {
    const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: say(texts.common[one]) }))
    return <ChoiceField {...props} options={options} />
  }
  if (unit === 'setting' && choices)
    return Array.isArray(value) ? (
      <FlagsField {...props} options={choices.map(named)} />
    ) : (
      <SelectField {...props} options={choices.map(named)} hint={hint} />
    )
  if (unit === 'ms')
    return (
      <div className="stack tight">
        <TextField {...props} hint={hint} />
        <ChoiceField
          of={of}
          name={spanOf(key)}
          label={say(words.unit)}
          optional
          options={SPANS.map((one) => ({ value: one, label: say(words[one]) }))}
        />
      </div>
    )
  const inUnit = unit === 'fen' ? `${say(words.yuan)} · ` : unit === 'percent' ? '% · ' : ''
  return <TextField {...props} hint={`${inUnit}${hint}`} />
}
