import Button from 'antd/es/button'
import { useSearchParams } from 'wouter'
import { localDate, yearOf } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useMay } from '../../shell/session.tsx'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/calendars.ts'
import { FilterBar } from '../parts/FilterBar.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { Year } from './Year.tsx'
import { ImportYear } from './ImportYear.tsx'
import { NewCalendar } from './NewCalendar.tsx'
import { SetDay } from './SetDay.tsx'

/** The working calendars: a picture of a year, where it comes from, and what is set on its own. */
export default function Calendars() {
  const say = useSay()
  const may = useMay()
  const [search] = useSearchParams()
  const [open, setOpen] = useOpen()
  const name = search.get('calendar') || 'cn'
  const year = Number(search.get('year')) || yearOf(localDate(serverNow()))
  const calendars = useAsk('get /api/calendars', {})
  const title = (one: string) => (one === 'cn' ? say(words.national) : one)
  const close = () => setOpen(null)
  return (
    <Page
      title={say(words.calendars)}
      actions={
        may('calendar.edit') && (
          <>
            <Button onClick={() => setOpen('calendar')}>{say(words.newCalendar)}</Button>
            <Button onClick={() => setOpen('day')}>{say(words.setDay)}</Button>
            <Button type="primary" onClick={() => setOpen('year')}>
              {say(words.import)}
            </Button>
          </>
        )
      }
    >
      <Shown of={calendars}>
        {({ items }) => {
          const names = [...new Set([...items.map((one) => one.name), name])]
          const known = items.find((one) => one.name === name)
          const years = [...new Set([...(items[0]?.years ?? []), ...(known?.years ?? [])].map((one) => one.year))]
          const around = [...new Set([...years, year, year + 1])].sort()
          const users = known?.customers.map((one) => one.name).join(say(texts.common.comma))
          return (
            <>
              <FilterBar
                filters={[
                  {
                    name: 'calendar',
                    label: say(words.calendar),
                    standard: name,
                    options: names.map((one) => ({ value: one, label: title(one) })),
                  },
                  {
                    name: 'year',
                    label: say(words.year),
                    standard: String(year),
                    options: around.map((one) => ({ value: String(one), label: String(one) })),
                  },
                ]}
              />
              {users && <p className="soft">{say(words.users, { names: users })}</p>}
            </>
          )
        }}
      </Shown>
      <Year name={name} title={title(name)} year={year} />
      {open === 'year' && <ImportYear calendar={name} close={close} />}
      {open === 'day' && <SetDay calendar={name} year={year} close={close} />}
      {open === 'calendar' && <NewCalendar close={close} />}
    </Page>
  )
}
