import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useId } from 'react'
import { useSay } from '../language.tsx'
import { Field } from '../parts/Field.tsx'
import { words } from '../texts/rulebooks.ts'
import type { Parameter } from './change.ts'
import type { Changes } from './useChanges.ts'
import { shownValue } from './value.ts'
import { ValueField } from './ValueField.tsx'

/** The parameters that shall change: chosen one by one, each beside the value that holds now. */
export function ChangesField({ of, parameters }: { of: Changes; parameters: readonly Parameter[] }) {
  const say = useSay()
  const id = useId()
  const free = parameters.filter((one) => !of.chosen.includes(one))
  return (
    <div className="stack">
      {of.chosen.map((one) => (
        <div key={one.key} className="card stack tight">
          <ValueField of={of.inner} parameter={one} />
          <div className="row apart">
            <span className="soft small">
              {say(words.now, { value: one.value === null ? say(words.blank) : shownValue(one.value, one.unit, say) })}
              {one.clause && ` · ${one.clause}`}
            </span>
            <Button size="small" onClick={() => of.leave(one)}>
              {say(words.takeOut)}
            </Button>
          </div>
        </div>
      ))}
      <Field id={id} label={say(words.addParameter)} optional>
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          onChange={(key: string | null) => {
            const one = free.find((parameter) => parameter.key === key)
            if (one) of.choose(one)
          }}
          options={free.map((one) => ({ value: one.key, label: `${say(one.label)} ${one.clause ?? ''}` }))}
        />
      </Field>
    </div>
  )
}
