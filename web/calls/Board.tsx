import Button from 'antd/es/button'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { Answer } from '../client/ask.ts'
import { useServerNow } from '../client/clock.ts'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { More } from '../parts/More.tsx'
import { useParty } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { Countdown, When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { callerOf, categoryOf } from './caller.ts'
import { EnterMissed } from './EnterMissed.tsx'

type Call = Answer<'get /api/calls/board'>['items'][number]

/** Open calls: missed, waiting, overdue; the most urgent first. */
export default function CallBoard() {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const [entering, setEntering] = useState(false)
  const lane = search.get('lane') ?? ''
  const query = lane ? { lane } : {}
  const board = usePages('get /api/calls/board', query)
  const { calls } = texts
  return (
    <Page
      title={say(texts.shell.calls)}
      actions={
        may('call.enter') && (
          <>
            <Button onClick={() => setEntering(true)}>{say(calls.enterMissed)}</Button>
            <Button type="primary" onClick={() => go('/calls/take')}>
              {say(calls.take)}
            </Button>
          </>
        )
      }
    >
      <div className="row apart">
        <Lanes
          label={say(calls.lane)}
          name="lane"
          chosen={lane}
          options={[
            { value: '', label: say(texts.common.all) },
            { value: 'missed', label: say(calls.missed) },
            { value: 'waiting', label: say(calls.waiting) },
            { value: 'overdue', label: say(calls.overdue) },
          ]}
        />
        <Export of="get /api/exports/call-board" query={query} />
      </div>
      <Shown of={{ ...board, data: board.items }}>
        {(rows) => (rows.length === 0 ? <Empty>{say(calls.none)}</Empty> : <Board rows={rows} />)}
      </Shown>
      <More of={board} />
      {entering && <EnterMissed close={() => setEntering(false)} />}
    </Page>
  )
}

function Board({ rows }: { rows: readonly Call[] }) {
  const say = useSay()
  const party = useParty()
  const link = useCaseLink()
  const now = useServerNow()
  const { calls } = texts
  return (
    <Rows
      label={say(texts.shell.calls)}
      rows={rows}
      isLate={(call) => call.promises.some((one) => one.dueKind === 'by' && one.dueAt && instantOf(one.dueAt) < now)}
      columns={[
        {
          title: say(calls.caller),
          show: (call) => (
            <>
              <Link href={link(call.id)}>{callerOf(call, say)}</Link>
              <div className="soft small">{call.number ?? say(calls.withheld)}</div>
            </>
          ),
        },
        { title: say(calls.startedAt), show: (call) => <When at={call.startedAt} /> },
        { title: say(calls.category), show: (call) => categoryOf(call.category, say) || '—' },
        {
          title: say(calls.owed),
          show: (call) => (
            <ul className="owed">
              {call.promises.map((one) => (
                <li key={one.id}>
                  {say(one.label)} <Countdown promise={one} />{' '}
                  <span className="soft small">
                    {party(one.bearerId, one.bearerRole)}
                    {one.recipientRole && ` → ${party(one.recipientId, one.recipientRole)}`} ·{' '}
                    <span className="clock">{one.clause}</span>
                  </span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
