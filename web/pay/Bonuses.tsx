import { Link } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'

/** The bonuses of the half-years, the newest first. */
export function Bonuses() {
  const say = useSay()
  const link = useCaseLink()
  const list = usePages('get /api/pay/bonuses', {})
  return (
    <Listed
      takeAlong={<Export of="get /api/exports/pay-bonuses" />}
      of={list}
      label={say(words.bonuses)}
      none={say(words.noBonuses)}
      idOf={(row) => row.id}
      columns={[
        { title: say(words.half), show: (row) => <Link href={link(row.id)}>{row.half}</Link> },
        { title: say(words.proposedAt), show: (row) => (row.proposedAt ? <When at={row.proposedAt} /> : '—') },
        { title: say(words.approvedAt), show: (row) => (row.approvedAt ? <When at={row.approvedAt} /> : '—') },
        { title: say(texts.common.state), show: (row) => <StateMark state={row.state} /> },
      ]}
    />
  )
}
