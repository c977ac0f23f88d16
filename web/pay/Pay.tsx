import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { Bonuses } from './Bonuses.tsx'
import { Month } from './Month.tsx'
import { Rates } from './Rates.tsx'

/** Pay beside the sheet: a month's items, the half-year's bonus, allowances of special regions. */
export default function Pay() {
  const say = useSay()
  const may = useMay()
  const [search] = useSearchParams()
  const show = search.get('show') ?? ''
  const lanes = [
    { value: '', label: say(words.mine) },
    ...(may('pay.oversee') ? [{ value: 'bonuses', label: say(words.bonuses) }] : []),
    { value: 'rates', label: say(words.rates) },
  ]
  return (
    <Page title={say(texts.shell.pay)}>
      <Lanes label={say(texts.shell.pay)} name="show" chosen={show} options={lanes} />
      {show === '' && <Month />}
      {show === 'bonuses' && may('pay.oversee') && <Bonuses />}
      {show === 'rates' && <Rates />}
    </Page>
  )
}
