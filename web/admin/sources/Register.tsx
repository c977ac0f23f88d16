import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

type Once = Answer<'post /api/telephony-sources'>

/** Registers a telephone system by its name; its secret is handed on, to be shown once. */
export function Register({ close, done }: { close: () => void; done: (made: Once) => void }) {
  const say = useSay()
  const fields = useFields({ name: '' })
  const deed = useSave('post /api/telephony-sources', fields, done)
  return (
    <Panel title={say(words.newSource)} close={close}>
      <Form
        of={fields}
        required={['name']}
        deed={deed}
        submit={() => deed.save({ body: { name: fields.values['name']!.trim() } })}
      >
        <TextField of={fields} name="name" label={say(admin.name)} hint={say(words.nameHelp)} autoFocus />
      </Form>
    </Panel>
  )
}
