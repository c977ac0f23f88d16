import Button from 'antd/es/button'
import { useState } from 'react'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words } from '../../texts/people.ts'
import { texts } from '../../texts/index.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { Secret } from '../parts/Secret.tsx'
import { useSave } from '../parts/useSave.ts'

/** Letters and digits that nobody takes for one another, as they are read aloud on the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password by chance, of 16 letters: 79 bits. */
function randomPassword(): string {
  const chance = crypto.getRandomValues(new Uint32Array(16))
  return [...chance].map((number) => LETTERS[number % LETTERS.length]).join('')
}

/** How somebody signs in: an account is opened with a password that is shown once, or the password is set anew. */
export function Account({ personId, code }: { personId: string; code: string }) {
  const say = useSay()
  const found = useAsk('get /api/people/{id}/account', { params: { id: personId } })
  const [first] = useState(randomPassword)
  const [secret, setSecret] = useState<{ label: string; value: string }>()
  const fields = useFields({ username: code.toLowerCase() })
  // Here and not in the form, which is gone as soon as there is an account.
  const open = useSave('post /api/accounts', fields, () => setSecret({ label: say(words.firstPassword), value: first }))
  const reset = useSave('post /api/accounts/reset', undefined, ({ password }) =>
    setSecret({ label: say(words.newPassword), value: password }),
  )
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.account)}</h2>
      {secret && <Secret key={secret.value} {...secret} />}
      <Shown of={found}>
        {({ username }) =>
          username === null ? (
            <Form
              of={fields}
              required={['username']}
              deed={open}
              label={say(words.openAccount)}
              submit={() =>
                open.save({ body: { personId, username: fields.values['username']!.trim(), password: first } })
              }
            >
              <p className="soft">{say(words.noAccount)}</p>
              <TextField of={fields} name="username" label={say(texts.shell.username)} />
            </Form>
          ) : (
            <>
              <div className="row">
                <span>
                  {say(texts.shell.username)}: <strong>{username}</strong>
                </span>
                <Button loading={reset.isPending} onClick={() => reset.save({ body: { username } })}>
                  {say(words.reset)}
                </Button>
              </div>
              <p className="soft small">{say(words.resetHelp)}</p>
              <Refused error={reset.error} />
            </>
          )
        }
      </Shown>
    </section>
  )
}
