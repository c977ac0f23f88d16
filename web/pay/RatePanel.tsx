import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { useRegions } from './regions.ts'

/** What allowance is proposed for which region, and what was decided. */
export default function RatePanel({ id }: { id: string }) {
  const may = useMay()
  return may('pay.own') ? <Panel id={id} /> : null
}

function Panel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const { nameOf: regionOf } = useRegions()
  const list = useAsk('get /api/pay/rates', { query: { limit: 200 } })
  return (
    <Shown of={list}>
      {({ items }) => {
        const one = items.find((row) => row.caseId === id)
        if (!one) return null
        return (
          <About
            entries={[
              [say(words.region), regionOf(one.regionId)],
              [say(words.perDay), money(one.perDayFen)],
              [say(words.fromOn), one.fromOn],
              [say(words.toOn), one.toOn],
              [say(texts.common.reason), one.reason],
              [say(words.proposedAt), nameOf(one.proposedById)],
              [say(words.decision), one.outcome && say(words[one.outcome])],
              [say(texts.common.note), one.note],
            ]}
          />
        )
      }}
    </Shown>
  )
}
