import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { lazy, Suspense, useState } from 'react'
import { HOUR } from '../../rules/instant.ts'
import { Link, Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter'
import { useLive } from '../client/live.ts'
import { useAsk } from '../client/useAsk.ts'
import { useLanguage } from '../language.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { texts } from '../texts/index.ts'
import { OutboxMark } from '../offline/OutboxMark.tsx'
import { OutboxProvider } from '../offline/outbox.tsx'
import { Bell } from './Bell.tsx'
import { Broken } from './Broken.tsx'
import { Menu } from './Menu.tsx'
import { NotFound, NotForMe } from './NotFound.tsx'
import { pages } from './pages.ts'
import { SearchButton } from './SearchButton.tsx'
import { useMay, useMe, useSession } from './session.tsx'
import './shell.css'

const CaseDrawer = lazy(() => import('../cases/CaseDrawer.tsx'))

/** Everything behind the door: header, menu, the page, and the drawer of a case over it (`?case=`). */
export default function Shell() {
  const { say, language, speak } = useLanguage()
  const me = useMe()
  const may = useMay()
  const { signOut } = useSession()
  const { lost } = useLive()
  const company = useAsk('get /api/company', {}, { freshMs: HOUR })
  const [menu, setMenu] = useState(false)
  const [here] = useLocation()
  const [search] = useSearchParams()
  const open = search.get('case')
  return (
    <OutboxProvider>
      <div className="shell">
        <a className="skip" href="#page">
          {say(texts.common.skip)}
        </a>
        <header>
          <Button className="menu-button" type="text" aria-label={say(texts.shell.menu)} onClick={() => setMenu(true)}>
            ☰
          </Button>
          <span className="brand">{say(texts.common.product)}</span>
          <span className="company">{company.data?.name}</span>
          <div className="row end">
            <OutboxMark />
            <SearchButton />
            <Bell />
            <Link className="me" href="/account">
              {me.name}
            </Link>
            <Button
              type="text"
              lang={language === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
            >
              {say(texts.shell.language)}
            </Button>
            <Button type="text" className="out" onClick={() => void signOut()}>
              {say(texts.shell.signOut)}
            </Button>
          </div>
        </header>
        <aside>
          <Menu />
        </aside>
        <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={260} title={say(texts.shell.menu)}>
          <Menu gone={() => setMenu(false)} />
          <hr />
          <p>
            <Link href="/account" onClick={() => setMenu(false)}>
              {me.name}
            </Link>
          </p>
          <Button onClick={() => void signOut()}>{say(texts.shell.signOut)}</Button>
        </Drawer>
        <main id="page" tabIndex={-1}>
          {lost && (
            <p className="lost" role="status">
              {say(texts.shell.offline)}
            </p>
          )}
          <Broken key={here}>
            <Suspense fallback={<Waiting />}>
              <Switch>
                {pages.map(({ path, Page, action }) => (
                  <Route key={path} path={path}>
                    {(params) =>
                      action === null || may(action) ? (
                        <Page key={Object.values(params).join()} {...params} />
                      ) : (
                        <NotForMe />
                      )
                    }
                  </Route>
                ))}
                <Route path="/workplace">
                  <Redirect to="/" />
                </Route>
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </Broken>
        </main>
        <Broken key={open}>
          <Suspense>{open && <CaseDrawer id={open} />}</Suspense>
        </Broken>
      </div>
    </OutboxProvider>
  )
}
