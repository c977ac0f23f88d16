import { useSearchParams } from 'wouter'
import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Shown } from '../parts/Shown.tsx'
import { words } from '../texts/figures.ts'
import { Calls } from './Calls.tsx'
import { Money } from './Money.tsx'
import { Open } from './Open.tsx'
import { Timeliness } from './Timeliness.tsx'

const PERIODS = [3, 6, 12, 24]

/** How the department has kept its word, month by month, of the regions one leads. */
export default function Figures() {
  const say = useSay()
  const [search] = useSearchParams()
  const months = PERIODS.find((n) => String(n) === search.get('months')) ?? 12
  const figures = useAsk('get /api/figures', { query: { months } }, { freshMs: MINUTE })
  return (
    <Page title={say(words.title)}>
      <Lanes
        label={say(words.months)}
        name="months"
        chosen={String(months)}
        options={PERIODS.map((n) => ({ value: String(n), label: say(words.lastMonths, { n }) }))}
      />
      <Shown of={figures}>
        {(data) => (
          <>
            <Calls of={data} />
            <Timeliness of={data} />
            <Open of={data} />
            {data.money && <Money months={data.months} of={data.money} />}
          </>
        )}
      </Shown>
    </Page>
  )
}
