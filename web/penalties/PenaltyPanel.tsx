import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { groundLabel } from './grounds.ts'

/** What was proposed for whom, why, and what became of it. */
export default function PenaltyPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const found = useAsk('get /api/penalties/{id}', { params: { id } }, { enabled: may('penalty.read') })
  if (!may('penalty.read')) return null
  return (
    <Shown of={found}>
      {(one) => (
        <About
          entries={[
            [say(texts.common.person), nameOf(one.personId)],
            [say(words.kind), say(words[one.kind])],
            [say(words.ground), `${one.clause ?? ''} ${say(groundLabel(one.ground))}`],
            [say(words.amount), one.kind === 'statement' ? null : money(one.amountFen)],
            [say(texts.common.reason), one.reason],
            [say(words.proposedBy), nameOf(one.proposedById)],
            [say(words.occurredAt), <When key="at" at={one.proposedAt} />],
            [say(words.outcome), one.outcome && say(one.outcome === 'approved' ? words.approved : words.turnedDown)],
            [say(words.stands), one.decidedFen ? money(one.decidedFen) : null],
            [say(words.explanation), one.explanation],
          ]}
        />
      )}
    </Shown>
  )
}
