import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { money } from '../parts/money.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { NewRate } from './NewRate.tsx'
import { useRegions } from './regions.ts'

/** Travel allowances of special regions, which the general manager alone approves. */
export function Rates() {
  const say = useSay()
  const may = useMay()
  const link = useCaseLink()
  const { nameOf } = useRegions()
  const [adding, add] = useState(false)
  const list = usePages('get /api/pay/rates', {})
  return (
    <>
      {may('pay.proposeRate') && !adding && (
        <div className="row">
          <Button type="primary" onClick={() => add(true)}>
            {say(words.newRate)}
          </Button>
        </div>
      )}
      {adding && <NewRate done={() => add(false)} />}
      <Listed
        takeAlong={<Export of="get /api/exports/pay-rates" />}
        of={list}
        label={say(words.rates)}
        none={say(words.noRates)}
        idOf={(row) => row.caseId}
        columns={[
          { title: say(words.region), show: (row) => <Link href={link(row.caseId)}>{nameOf(row.regionId)}</Link> },
          { title: say(words.perDay), show: (row) => <span className="clock">{money(row.perDayFen)}</span> },
          { title: say(words.fromOn), show: (row) => row.fromOn },
          { title: say(words.toOn), show: (row) => row.toOn ?? '—' },
          { title: say(texts.common.reason), show: (row) => row.reason },
          {
            title: say(words.decision),
            show: (row) => (row.outcome ? say(words[row.outcome]) : say(texts.cases.pending)),
          },
        ]}
      />
    </>
  )
}
