import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import type { ReactNode } from 'react'
import { useSay } from '../../language.tsx'
import { Refused } from '../../parts/Refused.tsx'
import type { Fields } from '../../parts/useFields.ts'
import { words } from '../../texts/admin.ts'
import { texts } from '../../texts/index.ts'
import './admin.css'

/** A drawer with what belongs to one record: a form, and what stands below it. */
export function Panel({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  return (
    <Drawer open title={title} onClose={close} size={560} destroyOnHidden>
      <div className="stack">{children}</div>
    </Drawer>
  )
}

/** A form whose required fields are looked at before anything is sent; refusals stand at their fields. */
export function Form(props: {
  of: Fields
  required: readonly string[]
  deed: { isPending: boolean; error: unknown }
  submit: () => void
  label?: string
  /** Only to be read: the fields stand there, and nothing can be handed in. */
  closed?: boolean
  children: ReactNode
}) {
  const { of, required, deed, submit, label, closed = false, children } = props
  const say = useSay()
  function check() {
    const missing = required.filter((name) => !of.values[name]?.trim())
    if (missing.length === 0) return submit()
    of.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <fieldset className="bare stack" disabled={closed}>
        {children}
      </fieldset>
      <Refused error={deed.error} />
      {!closed && (
        <div>
          <Button type="primary" htmlType="submit" loading={deed.isPending}>
            {label ?? say(words.save)}
          </Button>
        </div>
      )}
    </form>
  )
}
