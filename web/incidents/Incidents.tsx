import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { incidentFlagLabels } from '../../rules/incident/incident.ts'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { More } from '../parts/More.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useStates } from '../parts/useStates.ts'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'

/** Incidents, the one known of last first. */
export default function Incidents() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const link = useCaseLink()
  const [, go] = useLocation()
  const states = useStates()
  const [search] = useSearchParams()
  const state = search.get('state') ?? ''
  const query = state ? { state } : {}
  const list = usePages('get /api/incidents', query)
  const { incidents, common } = texts
  return (
    <Page
      title={say(texts.shell.incidents)}
      actions={
        may('incident.record') && (
          <Button type="primary" danger onClick={() => go('/incidents/new')}>
            {say(incidents.report)}
          </Button>
        )
      }
    >
      <div className="row apart">
        <Lanes label={say(common.state)} name="state" chosen={state} options={states} />
        <Export of="get /api/exports/incidents" query={query} />
      </div>
      <Shown of={{ ...list, data: list.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(incidents.none)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.incidents)}
              rows={rows}
              columns={[
                { title: say(incidents.title), show: (row) => <Link href={link(row.id)}>{row.title}</Link> },
                {
                  title: say(incidents.flags),
                  show: (row) => (
                    <span className="row">
                      {row.flags.map((flag) => (
                        <span key={flag} className="mark bad">
                          {say(incidentFlagLabels[flag])}
                        </span>
                      ))}
                    </span>
                  ),
                },
                { title: say(incidents.knownAt), show: (row) => <When at={row.knownAt} /> },
                { title: say(incidents.knower), show: (row) => nameOf(row.knowerId) },
                { title: say(common.state), show: (row) => <StateMark state={row.state} /> },
              ]}
            />
          )
        }
      </Shown>
      <More of={list} />
    </Page>
  )
}
