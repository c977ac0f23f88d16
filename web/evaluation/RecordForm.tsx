import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useSay } from '../language.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import type { Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'

/** A form that records something about somebody: what is asked, what of it has to be there, the way back. */
export function RecordForm(props: {
  title: string
  fields: Fields
  required: readonly string[]
  deed: { isPending: boolean; error: unknown }
  send: () => void
  children: ReactNode
}) {
  const { title, fields, required, deed, send, children } = props
  const say = useSay()
  const [, go] = useLocation()
  function submit() {
    const missing = required.filter((name) => !fields.values[name]?.trim())
    if (missing.length === 0) return send()
    fields.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
  }
  return (
    <Page title={title}>
      <form
        className="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        <Refused error={deed.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={deed.isPending}>
            {say(texts.common.submit)}
          </Button>
          <Button onClick={() => go('/conduct')}>{say(texts.common.cancel)}</Button>
        </div>
      </form>
    </Page>
  )
}
