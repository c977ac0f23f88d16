import Button from 'antd/es/button'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import type { Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { DateChecks } from './DateChecks.tsx'
import { DayCalendar } from './DayCalendar.tsx'
import { isDemand, type Preview, type Site } from './usePlan.ts'

/** Choosing the dates: on the calendar, as early as can be, or each by hand; and what they come to. */
export function Dates({ of, site, fields }: { of: Preview; site: Site; fields: Fields }) {
  const say = useSay()
  const { plan, latest, check, handoverEndOn } = of
  const demand = isDemand(fields.values)
  /** Everything but the day of taking over is worked out anew. */
  const choose = (on: string) => fields.set({ takesOverOn: on, handoverStartOn: '' })
  const take = ({ noticeOn, applyOn, handoverStartOn, takesOverOn }: (typeof check)['earliest']['overlapped']) =>
    fields.set({ noticeOn: noticeOn ?? '', applyOn, handoverStartOn, takesOverOn })
  const until = (on: string | null | undefined) =>
    on ? say(texts.common.aside, { text: say(words.atLatest, { on }) }) : ''
  return (
    <>
      <p className="soft">{say(words.datesHelp)}</p>
      <div className="row">
        <Button onClick={() => take(check.earliest.overlapped)}>
          {say(words.earliestOverlapped, { on: check.earliest.overlapped.takesOverOn })}
        </Button>
        {!demand && (
          <Button onClick={() => take(check.earliest.inARow)}>
            {say(words.earliestInARow, { on: check.earliest.inARow.takesOverOn })}
          </Button>
        )}
      </div>
      <DayCalendar of={of} choose={choose} />
      <About
        entries={[
          [say(words.noticeOn), demand ? null : `${plan.noticeOn}${until(latest?.noticeOn)}`],
          [say(words.applyOn), `${plan.applyOn}${until(latest?.applyOn)}`],
          [
            say(words.handoverStartOn),
            plan.handoverStartOn && `${plan.handoverStartOn}${until(latest?.handoverStartOn)}`,
          ],
          [say(words.handoverEndOn), handoverEndOn],
          [say(words.takesOverOn), plan.takesOverOn],
        ]}
      />
      <details>
        <summary>{say(words.ownDates)}</summary>
        <div className="row">
          {!demand && <DateField of={fields} name="noticeOn" label={say(words.noticeOn)} optional />}
          <DateField of={fields} name="applyOn" label={say(words.applyOn)} optional />
          <DateField of={fields} name="handoverStartOn" label={say(words.handoverStartOn)} optional />
          <DateField of={fields} name="takesOverOn" label={say(words.takesOverOn)} optional />
        </div>
      </details>
      <DateChecks of={of} site={site} fields={fields} />
    </>
  )
}
