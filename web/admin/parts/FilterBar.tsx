import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useId } from 'react'
import { useSearchParams } from 'wouter'
import { useSay } from '../../language.tsx'
import { fits, type Option } from '../../parts/findable.ts'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/admin.ts'
import './admin.css'

export interface Filter {
  name: string
  label: string
  /** Left out: words to be typed. */
  options?: readonly Option[]
  type?: 'date'
  /** What counts where nothing is chosen; left out: all. */
  standard?: string
}

/** The filters of a list as they stand in the address; those that are empty are left out. */
export function useFilters<N extends string>(...names: N[]): Partial<Record<N, string>> {
  const [search] = useSearchParams()
  return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : []))) as Partial<
    Record<N, string>
  >
}

/** Narrows the list below; what was chosen stands in the address. */
export function FilterBar({ filters }: { filters: readonly Filter[] }) {
  const say = useSay()
  return (
    <div className="row filters" role="search" aria-label={say(words.filter)}>
      {filters.map((filter) => (
        <One key={filter.name} {...filter} />
      ))}
    </div>
  )
}

function One({ name, label, options, type, standard }: Filter) {
  const say = useSay()
  const id = useId()
  const [search, setSearch] = useSearchParams()
  const value = search.get(name) ?? standard ?? ''
  const set = (next: string) =>
    setSearch(
      (old) => {
        const changed = new URLSearchParams(old)
        if (next) changed.set(name, next)
        else changed.delete(name)
        return changed
      },
      { replace: true },
    )
  return (
    <div className="filter">
      <label htmlFor={id} className="small soft">
        {label}
      </label>
      {options ? (
        <Select
          id={id}
          showSearch={{ filterOption: fits }}
          allowClear={standard === undefined}
          placeholder={say(texts.common.all)}
          value={value || undefined}
          onChange={(next: string | undefined) => set(next ?? '')}
          options={[...options]}
        />
      ) : (
        <Input id={id} type={type ?? 'search'} value={value} onChange={({ target }) => set(target.value)} />
      )}
    </div>
  )
}
