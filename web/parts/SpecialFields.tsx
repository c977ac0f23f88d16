import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId } from 'react'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { Field } from './Field.tsx'
import type { Fields } from './useFields.ts'

interface Props {
  of: Fields
  name: string
  label: string
  optional?: boolean
}

/** A day of the calendar, `2026-04-06`. */
export function DateField({ of, name, label, optional }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} optional={optional} error={of.errors[name]}>
      <Input
        id={id}
        className="moment"
        type="date"
        value={of.values[name] ?? ''}
        onChange={(event) => of.set({ [name]: event.target.value })}
      />
    </Field>
  )
}

/** Any number of a few; the value names those chosen, with commas between. */
export function FlagsField({
  of,
  name,
  label,
  options,
}: Props & { options: readonly { value: string; label: string }[] }) {
  const chosen = (of.values[name] ?? '').split(',').filter(Boolean)
  return (
    <fieldset className="field choice">
      <legend>{label}</legend>
      <div className="row">
        {options.map(({ value, label }) => (
          <label key={value} className="chip">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                of.set({
                  [name]: [...chosen.filter((one) => one !== value), ...(target.checked ? [value] : [])].join(),
                })
              }
            />
            {label}
          </label>
        ))}
      </div>
      {of.errors[name] && (
        <div className="wrong small" role="alert">
          {of.errors[name]}
        </div>
      )}
    </fieldset>
  )
}

/** What is in a field of pairs: those of which something was typed. */
export const pairsOf = (value: string | undefined): [string, string][] =>
  (JSON.parse(value || '[]') as [string, string][]).filter((pair) => pair.some((part) => part.trim()))

/** Lines of two entries each, as many as are wanted. */
export function PairsField({ of, name, label, optional, heads }: Props & { heads: readonly [string, string] }) {
  const say = useSay()
  const id = useId()
  const kept = JSON.parse(of.values[name] || '[]') as [string, string][]
  const pairs = kept.length > 0 ? kept : [['', ''] as [string, string]]
  const set = (next: [string, string][]) => of.set({ [name]: JSON.stringify(next) })
  return (
    <fieldset className="field pairs" aria-describedby={of.errors[name] ? `${id}-error` : undefined}>
      <legend>
        {label}
        {!optional && (
          <span className="star" aria-hidden>
            *
          </span>
        )}
      </legend>
      {pairs.map((pair, line) => (
        <div className="pair" key={line}>
          {heads.map((head, side) => (
            <Input
              key={head}
              aria-label={`${head} ${line + 1}`}
              placeholder={head}
              value={pair[side]}
              onChange={({ target }) => {
                const changed = pair.map((part, at) => (at === side ? target.value : part)) as [string, string]
                set(pairs.map((old, at) => (at === line ? changed : old)))
              }}
            />
          ))}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => set([...pairs, ['', '']])}>
          {say(texts.common.addLine)}
        </Button>
      </div>
      {of.errors[name] && (
        <div className="wrong small" id={`${id}-error`} role="alert">
          {of.errors[name]}
        </div>
      )}
    </fieldset>
  )
}
