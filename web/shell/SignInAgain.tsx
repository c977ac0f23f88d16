import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { SignInForm } from './SignInForm.tsx'

/** The session ended in the middle of something: sign in over it, and go on. */
export default function SignInAgain(props: {
  username: string
  done: (personId: string) => void
  leave: () => unknown
}) {
  const say = useSay()
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      title={say(texts.shell.again)}
      zIndex={2000}
    >
      <div className="stack">
        <p>{say(texts.shell.againMore)}</p>
        <SignInForm username={props.username} done={props.done} />
        <Button type="link" onClick={() => void props.leave()}>
          {say(texts.shell.otherUser)}
        </Button>
      </div>
    </Modal>
  )
}
