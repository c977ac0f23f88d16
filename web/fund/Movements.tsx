import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/fund.ts'
import { TakeBack } from './TakeBack.tsx'

/** The cash book, the newest first; a wrong movement is taken back by another. */
export function Movements() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const list = usePages('get /api/fund/movements', {})
  const back = new Set(list.data?.pages.flatMap(({ items }) => items.map(({ aboutId }) => aboutId)))
  return (
    <Listed
      takeAlong={<Export of="get /api/exports/fund-movements" query={{}} />}
      of={list}
      label={say(words.movements)}
      none={say(words.noMovements)}
      idOf={(row) => row.id}
      columns={[
        { title: say(texts.common.person), show: (row) => nameOf(row.personId) },
        { title: say(words.kind), show: (row) => say(row.label) },
        { title: say(words.amount), show: (row) => <span className="clock">{money(row.amountFen)}</span> },
        { title: say(words.at), show: (row) => <When at={row.occurredAt} /> },
        { title: say(words.by), show: (row) => nameOf(row.byId) },
        { title: say(texts.common.note), show: (row) => row.note },
        ...(may('fund.keep')
          ? [
              {
                title: say(words.takeBack),
                show: (row: { id: string; kind: string }) =>
                  row.kind !== 'takenBack' && !back.has(row.id) && <TakeBack id={row.id} />,
              },
            ]
          : []),
      ]}
    />
  )
}
