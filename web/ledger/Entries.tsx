import { Link, useSearchParams } from 'wouter'
import type { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Listed } from '../parts/Listed.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { When } from '../parts/When.tsx'
import { entryKinds } from '../texts/cases.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { EntryDrawer } from './EntryDrawer.tsx'
import { EntryMark } from './EntryMark.tsx'

type Pages = ReturnType<typeof usePages<'get /api/ledger'>>

/** Entries of the ledger, the newest first, each with the way to its explanation (`?entry=`). */
export function Entries({ of, label, none, people }: { of: Pages; label: string; none: string; people?: boolean }) {
  const say = useSay()
  const nameOf = useNames()
  const [search] = useSearchParams()
  const link = (id: string) => {
    const next = new URLSearchParams(search)
    next.set('entry', id)
    return `?${next}`
  }
  return (
    <>
      <Listed
        of={of}
        label={label}
        none={none}
        idOf={(row) => row.id}
        isLate={(row) => row.state === 'provisional' && row.amountFen < 0}
        columns={[
          {
            title: say(words.what),
            show: (row) => (
              <>
                <Link href={link(row.id)}>{say(row.title)}</Link>
                <div className="soft small">
                  {row.clause} · {say(row.because)}
                </div>
              </>
            ),
          },
          ...(people
            ? [{ title: say(texts.common.person), show: (row: { personId: string | null }) => nameOf(row.personId) }]
            : []),
          { title: say(words.kind), show: (row) => (entryKinds[row.kind] ? say(entryKinds[row.kind]!) : row.kind) },
          {
            title: say(words.amount),
            show: (row) => <span className="clock">{row.amountFen === 0 ? '—' : money(row.amountFen)}</span>,
          },
          { title: say(texts.common.state), show: (row) => <EntryMark of={row} /> },
          { title: say(words.occurredAt), show: (row) => <When at={row.occurredAt} /> },
        ]}
      />
      <EntryDrawer />
    </>
  )
}
