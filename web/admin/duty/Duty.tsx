import Button from 'antd/es/button'
import { Link, useSearchParams } from 'wouter'
import { addDays, localDate, weekday } from '../../../rules/time/local.ts'
import type { LocalDate } from '../../../rules/instant.ts'
import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Page } from '../../parts/Page.tsx'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/duty.ts'
import { useOpen } from '../parts/useOpen.ts'
import { startOf } from '../parts/dates.ts'
import { Assign } from './Assign.tsx'
import { Lines } from './Lines.tsx'
import { Outages } from './Outages.tsx'
import { Week } from './Week.tsx'
import '../../parts/lanes.css'
import '../parts/admin.css'

const mondayOf = (date: LocalDate) => addDays(date, 1 - weekday(date))

/** Who answers which line in a week, the lines themselves, and when they did not work. */
export default function Duty() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen()
  const [search] = useSearchParams()
  const asked = search.get('week') ?? ''
  const from = mondayOf(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : localDate(serverNow()))
  const to = addDays(from, 7)
  return (
    <Page
      title={say(words.duty)}
      actions={
        <>
          <Export of="get /api/exports/duty" query={{ fromAt: startOf(from), toAt: startOf(to) }} />
          {may('duty.edit') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.assign)}
            </Button>
          )}
        </>
      }
    >
      <nav className="lanes row" aria-label={say(words.duty)}>
        <Link href={`?week=${addDays(from, -7)}`}>{say(words.earlier)}</Link>
        <Link href="?">{say(words.thisWeek)}</Link>
        <Link href={`?week=${to}`}>{say(words.later)}</Link>
        <strong className="clock">{say(words.week, { from, to: addDays(from, 6) })}</strong>
      </nav>
      <Week from={from} open={open} setOpen={setOpen} />
      {open === 'new' && <Assign close={() => setOpen(null)} />}
      <Lines />
      <Outages />
    </Page>
  )
}
