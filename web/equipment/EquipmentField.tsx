import Select from 'antd/es/select'
import { useDeferredValue, useId, useState } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Field } from '../parts/Field.tsx'
import type { Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/repairs.ts'

interface Thing {
  id: string
  product: string
  serialNumber: string
  customerName: string
}

/** How a piece of equipment is named where only one line is there for it. */
export const thingText = ({ product, serialNumber, customerName }: Omit<Thing, 'id'>) =>
  `${product} ${serialNumber} · ${customerName}`

/** A piece of equipment in use, found by a part of its product, number or customer; the server searches. `first` is chosen already. */
export function EquipmentField({ of, name, label, first }: { of: Fields; name: string; label: string; first?: Thing }) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [picked, pick] = useState(first)
  const q = useDeferredValue(typed.trim()) || undefined
  const found = useAsk('get /api/equipment', { query: { q, active: 'true', limit: 50 } }, { freshMs: MINUTE })
  const items: readonly Thing[] = found.data?.items ?? []
  const rows = picked && !items.some((one) => one.id === picked.id) ? [...items, picked] : items
  return (
    <Field id={id} label={label} error={of.errors[name]}>
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isPending}
        placeholder={say(words.findEquipment)}
        value={of.values[name] || undefined}
        onChange={(value: string) => {
          pick(rows.find((one) => one.id === value))
          of.set({ [name]: value })
        }}
        options={rows.map((one) => ({ value: one.id, label: thingText(one) }))}
        notFoundContent={say(texts.common.empty)}
      />
    </Field>
  )
}
