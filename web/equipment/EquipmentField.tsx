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

/** A piece of equipment in use, found by a part of its product, number or customer; the server searches. */
export function EquipmentField({ of, name, label }: { of: Fields; name: string; label: string }) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim()) || undefined
  const found = useAsk('get /api/equipment', { query: { q, active: 'true', limit: 50 } }, { freshMs: MINUTE })
  const chosen = of.values[name] || undefined
  const kept = useEquipment(chosen)
  const items: readonly Thing[] = found.data?.items ?? []
  const rows = kept && !items.some((one) => one.id === kept.id) ? [...items, kept] : items
  return (
    <Field id={id} label={label} error={of.errors[name]}>
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isPending}
        placeholder={say(words.findEquipment)}
        value={rows.some((one) => one.id === chosen) ? chosen : undefined}
        onChange={(value: string) => of.set({ [name]: value })}
        options={rows.map((one) => ({ value: one.id, label: thingText(one) }))}
        notFoundContent={say(texts.common.empty)}
      />
    </Field>
  )
}

/** One piece of equipment, for those who know its id only. */
export function useEquipment(id: string | undefined): Thing | undefined {
  const found = useAsk(
    'get /api/equipment',
    { query: { id, limit: 1 } },
    { freshMs: MINUTE, enabled: id !== undefined },
  )
  return found.data?.items.find((one) => one.id === id)
}
