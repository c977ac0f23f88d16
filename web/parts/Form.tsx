import Button, { type ButtonProps } from 'antd/es/button'
import type { ReactNode } from 'react'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { Refused } from './Refused.tsx'
import type { Fields } from './useFields.ts'

export interface FormProps {
  of: Fields
  /** The fields that have to hold something before anything is sent. */
  required?: readonly string[]
  deed: { isPending: boolean; error: unknown }
  submit: () => void
  /** What the button says, and how it looks where it isn't as usual. */
  label?: string
  button?: ButtonProps
  /** The way out, and what else can be done instead of handing in. */
  cancel?: () => void
  beside?: ReactNode
  /** Only to be read: there is nothing to hand in. */
  closed?: boolean
  className?: string
  children: ReactNode
}

/** A form whose required fields are looked at before anything is sent; refusals stand at their fields. */
export function Form(props: FormProps) {
  const {
    of,
    required = [],
    deed,
    submit,
    label,
    button,
    cancel,
    beside,
    closed,
    className = 'stack',
    children,
  } = props
  const say = useSay()
  function check() {
    const missing = required.filter((name) => !of.values[name]?.trim())
    if (missing.length === 0) return submit()
    of.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
  }
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      {children}
      <Refused error={deed.error} />
      {!closed && (
        <div className="row">
          <Button type="primary" htmlType="submit" loading={deed.isPending} {...button}>
            {label ?? say(texts.common.submit)}
          </Button>
          {beside}
          {cancel && <Button onClick={cancel}>{say(texts.common.cancel)}</Button>}
        </div>
      )}
    </form>
  )
}
