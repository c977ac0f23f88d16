import Select from 'antd/es/select'
import { useDeferredValue, useId, useState } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { Field } from './Field.tsx'
import type { Fields } from './useFields.ts'

/** A customer of the register, found by a part of its name; the server searches, as there may be thousands. */
export function CustomerField(props: { of: Fields; name: string; label: string; optional?: boolean }) {
  const { of, name, label, optional } = props
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim()) || undefined
  const found = useAsk('get /api/customers', { query: { q, active: 'true', limit: 50 } }, { freshMs: MINUTE })
  const chosen = of.values[name]
  const kept = useAsk(
    'get /api/customers',
    { query: { active: 'true', limit: 200 } },
    { freshMs: MINUTE, enabled: !!chosen },
  )
  const rows = [...(found.data?.items ?? [])]
  const other = kept.data?.items.find((one) => one.id === chosen)
  if (other && !rows.some((one) => one.id === other.id)) rows.push(other)
  return (
    <Field id={id} label={label} optional={optional} error={of.errors[name]}>
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear={optional}
        loading={found.isPending}
        value={chosen || undefined}
        onChange={(value: string | undefined) => of.set({ [name]: value ?? '' })}
        options={rows.map((one) => ({ value: one.id, label: one.name }))}
        notFoundContent={say(texts.common.empty)}
      />
    </Field>
  )
}
