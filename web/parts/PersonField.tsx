import Select from 'antd/es/select'
import { useId, useMemo } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { Field } from './Field.tsx'
import { fits, type Option } from './findable.ts'
import type { Fields } from './useFields.ts'

/** Somebody of the register, found by name or its pinyin; of one role where the step wants it. */
export function PersonField(props: { of: Fields; name: string; label: string; role?: Role; optional?: boolean }) {
  const { of, name, label, role, optional } = props
  const say = useSay()
  const id = useId()
  // Of one role there are few; of everybody there may be more than a page holds, and their names are here anyway.
  const few = useAsk(
    'get /api/people',
    { query: { role, active: 'true', limit: 200 } },
    { freshMs: MINUTE, enabled: role !== undefined },
  )
  const all = useAsk('get /api/names', {}, { freshMs: MINUTE })
  const sounds = useMemo(() => new Map(all.data?.items.map((one) => [one.id, one.sounds])), [all.data])
  const people = role === undefined ? all : few
  return (
    <Field id={id} label={label} optional={optional} error={of.errors[name]}>
      <Select
        id={id}
        showSearch={{ filterOption: fits }}
        allowClear={optional}
        loading={people.isPending}
        placeholder={say(texts.common.searchPerson)}
        value={of.values[name] || undefined}
        onChange={(value: string | undefined) => of.set({ [name]: value ?? '' })}
        options={people.data?.items
          .filter((one) => one.active)
          .map(({ id: value, name: label }): Option => ({ value, label, sounds: sounds.get(value) }))}
        notFoundContent={say(texts.common.empty)}
      />
    </Field>
  )
}
