import Button from 'antd/es/button'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import { customer as words } from '../texts/customer.ts'
import type { Text } from '../../rules/text.ts'
import './customer.css'

/** What follows the # of the address: it stays in the browser, so that no log of anybody holds it. */
export function useToken(): string {
  const hear = (changed: () => void) => {
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }
  return useSyncExternalStore(hear, () => location.hash.slice(1))
}

/** Whether it can be a token at all: 256 bits in base64url. */
export const isToken = (token: string) => /^[\w-]{43}$/.test(token)

/** A page for somebody who knows nothing of this product: whose it is, a title, a language, one thing to do. */
export function Frame({ title, company, children }: { title: Text; company?: string | null; children: ReactNode }) {
  const { say, language, speak } = useLanguage()
  useEffect(() => {
    document.title = say(title)
  }, [say, title])
  return (
    <main className="customer">
      <header className="row apart">
        <span className="soft">
          {company && `${company} · `}
          {say(words.title)}
        </span>
        <Button
          type="text"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
        >
          {say(words.language)}
        </Button>
      </header>
      <div className="card stack">
        <h1>{say(title)}</h1>
        {children}
      </div>
    </main>
  )
}

/** A page that ends here, in both languages: whoever opens it late should not have to look for theirs. */
export function Closed({ title, more }: { title: Text; more: Text }) {
  return (
    <main className="customer">
      <div className="card stack closed" role="status">
        <h1>
          {title.zh} <span lang="en">{title.en}</span>
        </h1>
        <p>{more.zh}</p>
        <p lang="en">{more.en}</p>
      </div>
    </main>
  )
}
