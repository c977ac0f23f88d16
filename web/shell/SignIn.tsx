import Button from 'antd/es/button'
import { useLanguage } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { useSession } from './session.tsx'
import { SignInForm } from './SignInForm.tsx'
import './signIn.css'

/** The first page. */
export function SignIn() {
  const { language, say, speak } = useLanguage()
  const { signedIn } = useSession()
  return (
    <main className="sign-in">
      <div className="card stack">
        <div className="row apart">
          <h1>{say(texts.common.product)}</h1>
          <Button
            type="text"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
          >
            {say(texts.shell.language)}
          </Button>
        </div>
        <p className="soft">{say(texts.shell.slogan)}</p>
        <SignInForm done={signedIn} />
      </div>
    </main>
  )
}
