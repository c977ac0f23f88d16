import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { lazy, Suspense, useState } from 'react'
import { Redirect, Route, Switch, useSearchParams } from 'wouter'
import { useLive } from '../client/live.ts'
import { useLanguage } from '../language.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { texts } from '../texts/index.ts'
import { Bell } from './Bell.tsx'
import { Menu } from './Menu.tsx'
import { NotFound } from './NotFound.tsx'
import { useMe, useSession } from './session.tsx'
import './shell.css'

const Workplace = lazy(() => import('../workplace/Workplace.tsx'))
const CallBoard = lazy(() => import('../calls/Board.tsx'))
const TakeCall = lazy(() => import('../calls/TakeCall.tsx'))
const CasePage = lazy(() => import('../cases/CasePage.tsx'))
const CaseDrawer = lazy(() => import('../cases/CaseDrawer.tsx'))
const Incidents = lazy(() => import('../incidents/Incidents.tsx'))
const ReportIncident = lazy(() => import('../incidents/ReportIncident.tsx'))
const ServiceTasks = lazy(() => import('../serviceTasks/ServiceTasks.tsx'))
const StaffChanges = lazy(() => import('../staffChanges/StaffChanges.tsx'))
const Rulebook = lazy(() => import('../rulebook/Rulebook.tsx'))

/** Everything behind the door: header, menu, the page, and the drawer of a case over it (`?case=`). */
export default function Shell() {
  const { say, language, speak } = useLanguage()
  const me = useMe()
  const { signOut } = useSession()
  const { lost } = useLive()
  const [menu, setMenu] = useState(false)
  const [search] = useSearchParams()
  const open = search.get('case')
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {say(texts.common.skip)}
      </a>
      <header>
        <Button className="menu-button" type="text" aria-label={say(texts.shell.menu)} onClick={() => setMenu(true)}>
          ☰
        </Button>
        <span className="brand">{say(texts.common.product)}</span>
        <div className="row end">
          <Bell />
          <span className="me">{me.name}</span>
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
        <p className="soft">{me.name}</p>
        <Button onClick={() => void signOut()}>{say(texts.shell.signOut)}</Button>
      </Drawer>
      <main id="page" tabIndex={-1}>
        {lost && (
          <p className="lost" role="status">
            {say(texts.shell.offline)}
          </p>
        )}
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={Workplace} />
            <Route path="/calls" component={CallBoard} />
            <Route path="/calls/take">{() => <TakeCall />}</Route>
            <Route path="/calls/:id/record">{({ id }) => <TakeCall key={id} caseId={id} />}</Route>
            <Route path="/incidents" component={Incidents} />
            <Route path="/incidents/new" component={ReportIncident} />
            <Route path="/service-tasks" component={ServiceTasks} />
            <Route path="/staff-changes" component={StaffChanges} />
            <Route path="/rulebook">{() => <Rulebook />}</Route>
            <Route path="/rulebook/:id">{({ id }) => <Rulebook id={id} />}</Route>
            <Route path="/cases/:id">{({ id }) => <CasePage id={id} />}</Route>
            <Route path="/workplace">
              <Redirect to="/" />
            </Route>
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </main>
      <Suspense>{open && <CaseDrawer id={open} />}</Suspense>
    </div>
  )
}
