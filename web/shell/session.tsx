import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { may, type Action } from '../../rules/permissions.ts'
import { ask, onSessionEnd, type Answer } from '../client/ask.ts'
import { isProblem } from '../client/problem.ts'
import { Failed } from '../parts/Shown.tsx'

const loadSignInAgain = () => import('./SignInAgain.tsx')
const SignInAgain = lazy(loadSignInAgain)
/** How long after signing in the dialog for doing it again is fetched: when the first page stands. */
const SETTLED_MS = 2_000

export type Me = Answer<'get /api/me'>
interface Session {
  me: Me | undefined
  /** Whether it was found out already if somebody is signed in. */
  knows: boolean
  signedIn: () => Promise<void>
  signOut: () => Promise<void>
}

const Current = createContext<Session>(undefined!)
const ME = ['get /api/me']
/** What people typed and didn't hand in stays on this device only as long as they are signed in. */
export const DRAFTS = 'shouyue.draft.'

/** Who I am; whoever works at a site without network stays who they were. */
async function keptMe(asked: () => Promise<Me>): Promise<Me> {
  // The question is on its way while the memory is fetched.
  const asking = asked()
  // Heard below, and until then nobody's mishap.
  asking.catch(() => {})
  const { keptOr } = await import('../offline/kept.ts')
  return keptOr('me', () => asking)
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ME,
    queryFn: ({ signal }) =>
      keptMe(() => ask('get /api/me', {}, { signal, asStranger: true })).catch((refused: unknown) => {
        if (isProblem(refused) && refused.status === 401) return null
        throw refused
      }),
    staleTime: Infinity,
  })
  const [again, setAgain] = useState(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(
    () =>
      onSessionEnd(
        () =>
          new Promise((resolve) => {
            waiting.current.push(resolve)
            setAgain(true)
          }),
      ),
    [],
  )

  // Its code is fetched while there is a session: once that has ended, the house may have been renewed and the code be gone,
  // and with it what somebody was typing.
  const isIn = Boolean(data)
  useEffect(() => {
    if (!isIn) return
    const timer = setTimeout(() => void loadSignInAgain().catch(() => {}), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [isIn])

  const signedIn = useCallback(async () => {
    await queries.invalidateQueries({ queryKey: ME })
  }, [queries])
  const signOut = useCallback(async () => {
    await ask('delete /api/session', {}, { asStranger: true }).catch(() => {})
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFTS)) localStorage.removeItem(key)
    await import('../offline/store.ts').then(({ forgetAnswers }) => forgetAnswers()).catch(() => {})
    location.assign('/')
  }, [])
  const backAgain = useCallback(
    (personId: string) => {
      // What is on the screen was read under the other account's rights.
      if (personId !== data?.personId) return location.reload()
      setAgain(false)
      waiting.current.splice(0).forEach((resume) => resume())
    },
    [data],
  )
  const value = useMemo(
    () => ({ me: data ?? undefined, knows: !isPending, signedIn, signOut }),
    [data, isPending, signedIn, signOut],
  )
  if (error && data === undefined) return <Failed error={error} again={() => void refetch()} />
  return (
    <Current value={value}>
      {children}
      {again && data && (
        <Suspense>
          <SignInAgain username={data.username} done={backAgain} leave={signOut} />
        </Suspense>
      )}
    </Current>
  )
}

export const useSession = () => use(Current)

/** Whether my roles allow an action anywhere. The server decides; this only hides what it would refuse. */
export function useMay(): (action: Action) => boolean {
  const { me } = useSession()
  return (action) => may(me?.grants ?? [], action)
}

/** Who I am, behind the door. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('nobody is signed in')
  return me
}
