import Button from 'antd/es/button'
import { addDays, localTime } from '../../../rules/time/local.ts'
import { DAY, type LocalDate } from '../../../rules/instant.ts'
import type { Schemas } from '../../client/schema.ts'
import { usePages, useAsk } from '../../client/useAsk.ts'
import { useLanguage } from '../../language.tsx'
import { useNames } from '../../parts/names.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { instantOf } from '../../parts/time.ts'
import { words } from '../../texts/duty.ts'
import { startOf } from '../parts/dates.ts'
import { DutyDrawer } from './DutyDrawer.tsx'

type Duty = Schemas['Duty']
const DAYS = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] }

/** One week: a row for each line, a column for each day, and in it who answers and when. */
export function Week(props: { from: LocalDate; open: string | null; setOpen: (id: string | null) => void }) {
  const { from, open, setOpen } = props
  const { say, language } = useLanguage()
  const query = { fromAt: startOf(from), toAt: startOf(addDays(from, 7)), limit: 200 }
  const list = usePages('get /api/duty', query)
  const lines = useAsk('get /api/lines', {})
  const dates = DAYS[language].map((name, index) => ({ name, on: addDays(from, index) }))
  const chosen = list.items?.find((one) => one.id === open)
  return (
    <Shown of={{ ...lines, data: list.items && lines.data?.items.filter((line) => !line.endedAt) }}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty>{say(words.noLines)}</Empty>
        ) : (
          <>
            <Rows
              label={say(words.duty)}
              rows={rows}
              columns={[
                { title: say(words.line), show: (line) => <span className="clock">{line.number}</span> },
                ...dates.map(({ name, on }) => ({
                  title: `${name} ${on.slice(5)}`,
                  show: (line: { id: string }) => (
                    <Cell on={on} of={list.items!.filter((one) => one.lineId === line.id)} open={setOpen} />
                  ),
                })),
              ]}
            />
            {chosen && <DutyDrawer key={chosen.id} of={chosen} close={() => setOpen(null)} />}
          </>
        )
      }
    </Shown>
  )
}

/** Who answers on one day, with the hours of that day. */
function Cell({ on, of, open }: { on: LocalDate; of: readonly Duty[]; open: (id: string) => void }) {
  const { say } = useLanguage()
  const nameOf = useNames()
  const begins = instantOf(startOf(on))
  const there = of.filter((one) => instantOf(one.fromAt) < begins + DAY && instantOf(one.toAt) > begins)
  if (there.length === 0) return <span className="soft small">{say(words.nobody)}</span>
  return there.map((one) => {
    const [from, to] = [Math.max(begins, instantOf(one.fromAt)), Math.min(begins + DAY, instantOf(one.toAt))]
    const hours = `${localTime(from).slice(0, 5)}–${to === begins + DAY ? '24:00' : localTime(to).slice(0, 5)}`
    return (
      <div key={one.id}>
        <Button type="link" onClick={() => open(one.id)}>
          {nameOf(one.personId)}
        </Button>
        <div className="clock small soft">{hours}</div>
      </div>
    )
  })
}
