import Button from 'antd/es/button'
import { useEffect } from 'react'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { TextField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useFields } from '../parts/useFields.ts'
import { words } from '../texts/firstMorning.ts'

/** What the company is called, and by which clock it lives. */
export function Company() {
  const say = useSay()
  const company = useAsk('get /api/company', {})
  const rename = useDo('put /api/company')
  const fields = useFields({ name: '' })
  const name = company.data?.name
  const { set } = fields
  useEffect(() => {
    if (name) set({ name })
  }, [name, set])
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault()
        rename.mutate({ body: { name: fields.values.name! } }, { onError: fields.blame })
      }}
    >
      <TextField of={fields} name="name" label={say(words.companyName)} />
      <About entries={[[say(words.zone), say(words.zoneValue)]]} />
      <p className="soft small">{say(words.zoneWhy)}</p>
      <Refused error={rename.error} />
      <div>
        <Button htmlType="submit" type="primary" loading={rename.isPending} disabled={!fields.values.name?.trim()}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}
