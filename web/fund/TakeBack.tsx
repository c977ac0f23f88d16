import Button from 'antd/es/button'
import { useState } from 'react'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/fund.ts'

/** Takes a wrong movement back, with the reason. */
export function TakeBack({ id }: { id: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const fields = useFields({ note: '' })
  const deed = useDo('post /api/fund/movements/{id}/taking-back')
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {say(words.takeBack)}
      </Button>
    )
  function submit() {
    const note = fields.values['note']?.trim() ?? ''
    if (!note) return fields.setErrors({ note: say(texts.common.required) })
    deed.mutate({ params: { id }, body: { note } }, { onSuccess: () => setOpen(false), onError: fields.blame })
  }
  return (
    <div className="stack">
      <LongField of={fields} name="note" label={say(texts.common.reason)} />
      <Refused error={deed.error} />
      <div className="row">
        <Button type="primary" size="small" loading={deed.isPending} onClick={submit}>
          {say(words.takeBack)}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {say(texts.common.cancel)}
        </Button>
      </div>
    </div>
  )
}
