import { roles } from '../../rules/roles.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { useFields } from '../parts/useFields.ts'
import { useMe } from '../shell/session.tsx'
import { words } from '../texts/account.ts'
import { texts } from '../texts/index.ts'

/** Who I am signed in as, which posts that gives me, and my password: nobody else knows it once I changed it. */
export default function Account() {
  const say = useSay()
  const me = useMe()
  const nameOf = useNames()
  const posts = me.grants.map(({ role, forPersonId }) =>
    forPersonId ? say(words.lent, { role: say(roles[role]), whom: nameOf(forPersonId) }) : say(roles[role]),
  )
  return (
    <Page title={say(words.title)}>
      <div className="card">
        <About
          entries={[
            [say(texts.common.person), me.name],
            [say(texts.shell.username), me.username],
            [say(words.roles), [...new Set(posts)].join(' · ') || say(texts.common.none)],
          ]}
        />
      </div>
      <section className="card stack tight" aria-labelledby="change">
        <h2 id="change">{say(words.change)}</h2>
        <ChangePassword />
      </section>
    </Page>
  )
}

function ChangePassword() {
  const say = useSay()
  const fields = useFields({ current: '', password: '', again: '' })
  const change = useDo('put /api/me/password')
  const { current = '', password = '', again } = fields.values
  function submit() {
    if (password !== again) return fields.setErrors({ again: say(words.differ) })
    change.mutate({ body: { current, password } }, { onSuccess: fields.clear, onError: fields.blame })
  }
  return (
    <Form
      of={fields}
      required={['current', 'password', 'again']}
      deed={change}
      submit={submit}
      label={say(words.change)}
    >
      <p className="soft">{say(words.others)}</p>
      <TextField of={fields} name="current" type="password" label={say(words.current)} />
      <TextField
        of={fields}
        name="password"
        type="password"
        label={say(words.password)}
        hint={say(words.passwordHelp)}
      />
      <TextField of={fields} name="again" type="password" label={say(words.again)} />
      <div role="status">{change.isSuccess && say(words.changed)}</div>
    </Form>
  )
}
