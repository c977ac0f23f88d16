import Select from 'antd/es/select'
import { useId, type ReactNode } from 'react'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { Field } from './Field.tsx'
import { fits, type Option } from './findable.ts'
import type { Fields } from './useFields.ts'

/** One of many, found by typing a part of it. */
export function SelectField(props: {
  of: Fields
  name: string
  label: string
  options: readonly Option[]
  optional?: boolean
  hint?: ReactNode
}) {
  const { of, name, label, options, optional, hint } = props
  const say = useSay()
  const id = useId()
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={of.errors[name]}>
      <Select
        id={id}
        showSearch={{ filterOption: fits }}
        allowClear={optional}
        value={of.values[name] || undefined}
        onChange={(value: string | undefined) => of.set({ [name]: value ?? '' })}
        options={[...options]}
        notFoundContent={say(texts.common.empty)}
      />
    </Field>
  )
}
