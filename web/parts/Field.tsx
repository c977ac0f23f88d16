import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId, type ReactNode } from 'react'
import { serverNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { fieldOf } from './time.ts'
import type { Fields } from './useFields.ts'
import './field.css'

interface Props {
  of: Fields
  name: string
  label: string
  optional?: boolean
  hint?: ReactNode
  autoFocus?: boolean
  disabled?: boolean
}

/** A label, its control, and what is wrong with what was typed. */
export function Field({
  id,
  label,
  optional,
  hint,
  error,
  children,
}: Pick<Props, 'label' | 'optional' | 'hint'> & { id: string; error?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!optional && (
          <span className="star" aria-hidden>
            *
          </span>
        )}
      </label>
      {children}
      {hint && <div className="soft small">{hint}</div>}
      {error && (
        <div className="wrong small" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}

const wiring = (id: string, error?: string) => ({
  id,
  status: error ? ('error' as const) : undefined,
  'aria-invalid': error !== undefined,
  'aria-describedby': error ? `${id}-error` : undefined,
})

/** One line. */
export function TextField({
  of,
  name,
  label,
  optional,
  hint,
  type = 'text',
  ...rest
}: Props & { type?: string; inputMode?: 'tel' }) {
  const id = useId()
  const error = of.errors[name]
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <Input
        {...wiring(id, error)}
        {...rest}
        type={type}
        required={!optional}
        value={of.values[name] ?? ''}
        onChange={(event) => of.set({ [name]: event.target.value })}
      />
    </Field>
  )
}

/** Several lines; grows with what is typed. */
export function LongField({ of, name, label, optional, hint, rows = 2, ...rest }: Props & { rows?: number }) {
  const id = useId()
  const error = of.errors[name]
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <Input.TextArea
        {...wiring(id, error)}
        {...rest}
        required={!optional}
        autoSize={{ minRows: rows, maxRows: 12 }}
        value={of.values[name] ?? ''}
        onChange={(event) => of.set({ [name]: event.target.value })}
      />
    </Field>
  )
}

/** A moment by the company's clock, with a button for now. */
export function TimeField({ of, name, label, optional, hint }: Props) {
  const say = useSay()
  const id = useId()
  const error = of.errors[name]
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <div className="row">
        <Input
          {...wiring(id, error)}
          className="moment"
          type="datetime-local"
          step={1}
          required={!optional}
          value={of.values[name] ?? ''}
          onChange={(event) => of.set({ [name]: event.target.value })}
        />
        <Button
          aria-label={`${label}: ${say(texts.common.now)}`}
          onClick={() => of.set({ [name]: fieldOf(serverNow()) })}
        >
          {say(texts.common.now)}
        </Button>
      </div>
    </Field>
  )
}

/** One of a few, chosen with the arrow keys. */
export function ChoiceField({
  of,
  name,
  label,
  optional,
  options,
}: Props & { options: readonly { value: string; label: string }[] }) {
  const id = useId()
  const error = of.errors[name]
  return (
    <fieldset className="field choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label}
        {!optional && (
          <span className="star" aria-hidden>
            *
          </span>
        )}
      </legend>
      <div className="row">
        {options.map((option) => (
          <label key={option.value} className="chip">
            <input
              type="radio"
              name={`${id}-${name}`}
              value={option.value}
              required={!optional}
              checked={of.values[name] === option.value}
              onChange={() => of.set({ [name]: option.value })}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <div className="wrong small" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </fieldset>
  )
}
