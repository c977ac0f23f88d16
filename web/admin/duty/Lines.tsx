import Button from 'antd/es/button'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { useNames } from '../../parts/names.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { useOpen } from '../parts/useOpen.ts'
import { EditLine } from './EditLine.tsx'

/** The telephone lines of ours. */
export function Lines() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const [open, setOpen] = useOpen('line')
  const found = useAsk('get /api/lines', {})
  const chosen = found.data?.items.find((line) => line.id === open)
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{say(words.lines)}</h2>
        <span className="row">
          <Export of="get /api/exports/lines" />
          {may('duty.edit') && <Button onClick={() => setOpen('new')}>{say(words.newLine)}</Button>}
        </span>
      </div>
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noLines)}</Empty>
          ) : (
            <Rows
              label={say(words.lines)}
              rows={items}
              columns={[
                {
                  title: say(words.number),
                  show: (line) =>
                    may('duty.edit') ? (
                      <Button type="link" onClick={() => setOpen(line.id)}>
                        {line.number}
                      </Button>
                    ) : (
                      line.number
                    ),
                },
                { title: say(admin.kind), show: (line) => say(words[line.kind]) },
                { title: say(words.department), show: (line) => line.department },
                { title: say(words.desk), show: (line) => nameOf(line.personId) || '—' },
                {
                  title: say(admin.active),
                  show: (line) => (
                    <span className={line.endedAt ? 'mark' : 'mark good'}>
                      {say(line.endedAt ? admin.ended : admin.active)}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
      {(open === 'new' || chosen) && <EditLine key={open} of={chosen} close={() => setOpen(null)} />}
    </section>
  )
}
