import Drawer from 'antd/es/drawer'
import type { ReactNode } from 'react'
import { useSay } from '../../language.tsx'
import { Form as AnyForm, type FormProps } from '../../parts/Form.tsx'
import { words } from '../../texts/admin.ts'
import './admin.css'

/** A drawer with what belongs to one record: a form, and what stands below it. */
export function Panel({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  return (
    <Drawer open title={title} onClose={close} size={560} destroyOnHidden>
      <div className="stack">{children}</div>
    </Drawer>
  )
}

/** The form of a record; where it is only to be read, its fields stand there and nothing can be handed in. */
export function Form({ label, closed = false, children, ...form }: FormProps) {
  const say = useSay()
  return (
    <AnyForm {...form} closed={closed} label={label ?? say(words.save)}>
      <fieldset className="bare stack" disabled={closed}>
        {children}
      </fieldset>
    </AnyForm>
  )
}
