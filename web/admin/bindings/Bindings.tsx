import Button from 'antd/es/button'
import { policies, policyOf } from '../../../rules/policy/index.ts'
import { topics } from '../../../rules/policy/topics.ts'
import { localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Page } from '../../parts/Page.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/bindings.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { dayOf, lastDayOf } from '../parts/dates.ts'
import { useOpen } from '../parts/useOpen.ts'
import { Bind } from './Bind.tsx'
import { EndBinding } from './EndBinding.tsx'
import { useSubjects } from './useSubjects.ts'

const SCOPES = ['company', 'customer', 'project', 'person'] as const

/** Which rulebook holds for whom, for which matter, and when. */
export default function Bindings() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen()
  const filters = useFilters('policy', 'scope')
  const found = useAsk('get /api/policy-bindings', { query: filters as object })
  const { nameOf } = useSubjects()
  const chosen = found.data?.items.find((one) => one.id === open)
  const mayEnd = ({ scope, topic }: { scope: string; topic: string }) =>
    topic !== 'house' && (scope !== 'company' || may('policy.bindCompany'))
  const today = localDate(serverNow())
  const isOver = (toAt: string | null) => toAt !== null && lastDayOf(toAt) <= today
  return (
    <Page
      title={say(words.bindings)}
      actions={
        <>
          <Export of="get /api/exports/policy-bindings" query={filters} />
          <Button type="primary" onClick={() => setOpen('new')}>
            {say(words.bind)}
          </Button>
        </>
      }
    >
      <p className="soft">{say(words.help)}</p>
      <FilterBar
        filters={[
          {
            name: 'policy',
            label: say(words.policy),
            options: policies.map(({ id, title }) => ({ value: id, label: `${id} ${say(title)}` })),
          },
          {
            name: 'scope',
            label: say(words.scope),
            options: SCOPES.map((scope) => ({ value: scope, label: say(words[scope]) })),
          },
        ]}
      />
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.none)}</Empty>
          ) : (
            <Rows
              label={say(words.bindings)}
              rows={items}
              columns={[
                { title: say(words.policy), show: (row) => `${row.policy} ${say(policyOf(row.policy).title)}` },
                { title: say(words.topic), show: (row) => (topics[row.topic] ? say(topics[row.topic]!) : row.topic) },
                {
                  title: say(words.scope),
                  show: (row) => (
                    <>
                      <span className="mark">{say(words[row.scope])}</span> {nameOf(row.scope, row.scopeId)}
                    </>
                  ),
                },
                { title: say(words.fromOn), show: (row) => (Date.parse(row.fromAt) === 0 ? '—' : dayOf(row.fromAt)) },
                { title: say(words.toOn), show: (row) => (row.toAt ? lastDayOf(row.toAt) : say(admin.untilFurther)) },
                {
                  title: say(admin.end),
                  show: (row) =>
                    isOver(row.toAt) ? (
                      <span className="mark">{say(admin.ended)}</span>
                    ) : (
                      mayEnd(row) && (
                        <Button
                          size="small"
                          aria-label={`${say(admin.end)}: ${row.policy} ${nameOf(row.scope, row.scopeId)}`}
                          onClick={() => setOpen(row.id)}
                        >
                          {say(admin.end)}
                        </Button>
                      )
                    ),
                },
              ]}
            />
          )
        }
      </Shown>
      {open === 'new' && <Bind close={() => setOpen(null)} />}
      {chosen && <EndBinding key={chosen.id} of={chosen} close={() => setOpen(null)} />}
    </Page>
  )
}
