import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import ConfigProvider from 'antd/es/config-provider'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { LanguageProvider, useLanguage } from './language.tsx'
import { isProblem } from './client/problem.ts'
import { Waiting } from './parts/Waiting.tsx'
import { SessionProvider, useSession } from './shell/session.tsx'
import { SignIn } from './shell/SignIn.tsx'
import { theme } from './theme.ts'

const loadShell = () => import('./shell/Shell.tsx')
const Shell = lazy(loadShell)

const queries = new QueryClient({
  defaultOptions: {
    // What the browser takes for being online says nothing about an intranet: a request finds out by itself.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // A refusal stays one; only what didn't get through is worth another try.
      retry: (count, error) => count < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500),
      retryDelay: (count) => 500 * 2 ** count,
    },
  },
})

export function App() {
  return (
    <LanguageProvider>
      <Styled>
        <QueryClientProvider client={queries}>{Outside ? <Guest Page={Outside} /> : <House />}</QueryClientProvider>
      </Styled>
    </LanguageProvider>
  )
}

/** Pages for people who have no account: by the first part of their address. What follows the # is theirs alone. */
const outside: Readonly<Record<string, ComponentType>> = {
  '/c': lazy(() => import('./customer/LinkPage.tsx')),
  '/fault': lazy(() => import('./customer/FaultPage.tsx')),
}
const Outside = outside[location.pathname]

function Guest({ Page }: { Page: ComponentType }) {
  return (
    <Suspense fallback={<Waiting page />}>
      <Page />
    </Suspense>
  )
}

function House() {
  return (
    <SessionProvider>
      <Door />
    </SessionProvider>
  )
}

function Styled({ children }: { children: React.ReactNode }) {
  const { language } = useLanguage()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}

/** Whoever is signed in goes in; everybody else signs in first. */
function Door() {
  const { me, knows } = useSession()
  // While the password is being typed, what comes behind the door is fetched already.
  useEffect(() => void loadShell(), [])
  if (!knows) return <Waiting page />
  if (!me) return <SignIn />
  return (
    <Suspense fallback={<Waiting page />}>
      <Shell />
    </Suspense>
  )
}
