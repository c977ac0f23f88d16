import Button from 'antd/es/button'
import { useState } from 'react'
import { uuid } from '../client/uuid.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useForm } from '../parts/useFields.ts'
import { customer as words } from '../texts/customer.ts'
import { texts } from '../texts/index.ts'
import { PhotosField, PhotosSent } from './FaultPhotos.tsx'
import { usePhotos } from './usePhotos.ts'

/** Says what is wrong and who to call, with photos that follow the report. Sent twice it is one report: its id is made here. */
export function FaultForm({ token, again }: { token: string; again: () => void }) {
  const say = useSay()
  const [id] = useState(uuid)
  const fields = useForm({ fault: '', name: '', number: '', website: '' })
  const deed = useDo('post /api/fault-report')
  const photos = usePhotos(id)
  function submit() {
    const { fault = '', name = '', number = '', website = '' } = fields.values
    const missing = Object.entries({ fault, name, number }).filter(([, value]) => !value.trim())
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map(([field]) => [field, say(texts.common.required)])))
    const body = { token, id, fault, name, number, website: website as '' }
    deed.mutate({ body }, { onSuccess: photos.send, onError: fields.blame })
  }
  if (deed.data)
    return (
      <div className="stack" role="status">
        <h2>{say(words.reported)}</h2>
        <p>{say(words.reportedMore)}</p>
        <p className="reference clock">{deed.data.reference}</p>
        <PhotosSent of={photos} />
        <Button onClick={again}>{say(words.reportMore)}</Button>
      </div>
    )
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <LongField of={fields} name="fault" label={say(words.fault)} rows={3} />
      <PhotosField of={photos} />
      <TextField of={fields} name="name" label={say(words.name)} />
      <TextField
        of={fields}
        name="number"
        label={say(words.number)}
        hint={say(words.numberHelp)}
        type="tel"
        inputMode="tel"
      />
      <div className="not-for-people" aria-hidden="true">
        <input
          tabIndex={-1}
          autoComplete="off"
          name="website"
          placeholder={say(words.leaveEmpty)}
          value={fields.values['website']}
          onChange={({ target }) => fields.set({ website: target.value })}
        />
      </div>
      <Refused error={deed.error} />
      <Button type="primary" size="large" htmlType="submit" loading={deed.isPending} block>
        {say(words.send)}
      </Button>
    </form>
  )
}
