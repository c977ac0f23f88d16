import Button from 'antd/es/button'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { useAsk, usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Period } from '../parts/Period.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'
import { Declare } from './Declare.tsx'

/** When a line did not work, as it was declared. */
export function Outages() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const [open, setOpen] = useOpen('outage')
  const lines = useAsk('get /api/lines', {})
  const numberOf = (id: string) => lines.data?.items.find((line) => line.id === id)?.number ?? ''
  const list = usePages('get /api/outages', {})
  const end = useSave('patch /api/outages/{id}')
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{say(words.outages)}</h2>
        {may('outage.declare') && <Button onClick={() => setOpen('new')}>{say(words.declare)}</Button>}
      </div>
      <p className="soft">{say(words.outagesHelp)}</p>
      <Refused error={end.error} />
      <Listed
        takeAlong={<Export of="get /api/exports/outages" />}
        of={list}
        label={say(words.outages)}
        none={say(words.noOutages)}
        idOf={(row) => row.id}
        columns={[
          { title: say(words.line), show: (row) => <span className="clock">{numberOf(row.lineId)}</span> },
          { title: say(admin.from), show: (row) => <Period fromAt={row.fromAt} toAt={row.toAt} /> },
          { title: say(words.declaredBy), show: (row) => nameOf(row.declaredBy) },
          {
            title: say(admin.end),
            show: (row) =>
              row.toAt === null && may('outage.declare') ? (
                <Button
                  size="small"
                  onClick={() => end.save({ params: { id: row.id }, body: { toAt: formatInstant(serverNow()) } })}
                >
                  {say(words.restore)}
                </Button>
              ) : null,
          },
        ]}
      />
      {open === 'new' && <Declare close={() => setOpen(null)} />}
    </section>
  )
}
