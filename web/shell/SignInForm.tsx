import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId, useState, type FormEvent } from 'react'
import { ask } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { wordsOf } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'

/** User name and password. `username` is fixed where somebody comes back to what they were doing. */
export function SignInForm({ username, done }: { username?: string; done: (personId: string) => unknown }) {
  const say = useSay()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const id = useId()

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setWrong(undefined)
    try {
      const body = { username: username ?? String(form.get('username')), password: String(form.get('password')) }
      const { personId } = await ask('post /api/session', { body }, { asStranger: true })
      await done(personId)
    } catch (error) {
      setWrong(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void signIn(event)}>
      {wrong && <Alert type="error" title={wrong} showIcon role="alert" />}
      <div className="stack tight">
        <label htmlFor={`${id}-u`}>{say(texts.shell.username)}</label>
        <Input
          id={`${id}-u`}
          name="username"
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          required
          autoFocus={!username}
          defaultValue={username}
          readOnly={username !== undefined}
        />
      </div>
      <div className="stack tight">
        <label htmlFor={`${id}-p`}>{say(texts.shell.password)}</label>
        <Input
          id={`${id}-p`}
          name="password"
          type="password"
          size="large"
          autoComplete="current-password"
          required
          autoFocus={username !== undefined}
        />
      </div>
      <Button type="primary" size="large" htmlType="submit" loading={busy} block>
        {say(texts.shell.signIn)}
      </Button>
    </form>
  )
}
