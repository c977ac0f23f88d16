import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useLanguage } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { money } from '../parts/money.ts'
import { Rows, type Column } from '../parts/Rows.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/rulebooks.ts'

type Clause = Answer<'get /api/rulebooks/{id}'>['clauses'][number]
const HOW = { full: words.full, assist: words.assist, text: words.text } as const

/** The clauses of a rulebook; for who leads, how often each fired and what came of it. */
export function Clauses({ id, clauses }: { id: string; clauses: readonly Clause[] }) {
  const { say, language } = useLanguage()
  const may = useMay()
  const counts = may('rulebook.oversee')
  const found = useAsk('get /api/rulebooks/{id}/firings', { params: { id } }, { enabled: counts })
  const of = new Map(found.data?.items.map((one) => [one.clause, one]))
  const columns: Column<Clause>[] = [
    {
      title: say(words.clause),
      show: (row) => (
        <>
          <span className="soft small">{row.id}</span> {row[language]}
        </>
      ),
    },
    {
      title: say(words.how),
      show: ({ software }) => (
        <span className="mark">{software in HOW ? say(HOW[software as keyof typeof HOW]) : software}</span>
      ),
    },
  ]
  const counted: Column<Clause>[] = [
    {
      title: say(words.promises),
      show: (row) => {
        const one = of.get(row.id)
        if (!one) return <span className="soft small">{say(words.neverFired)}</span>
        return (
          <span className="row">
            <span className="clock">{one.promises}</span>
            {one.late > 0 && (
              <span className="mark bad">
                {say(words.late)} {one.late}
              </span>
            )}
          </span>
        )
      },
    },
    { title: say(words.entries), show: (row) => of.get(row.id)?.entries ?? '' },
    { title: say(words.amount), show: (row) => (of.get(row.id)?.amountFen ? money(of.get(row.id)!.amountFen) : '') },
    { title: say(words.lastAt), show: (row) => <When at={of.get(row.id)?.lastAt ?? null} /> },
  ]
  return (
    <>
      <div className="row to-end">
        <Export of={`get /api/exports/${counts ? 'clause-firings' : 'rulebook-clauses'}/{id}`} params={{ id }} />
      </div>
      <Rows label={say(words.clauses)} rows={clauses} columns={counts ? [...columns, ...counted] : columns} />
    </>
  )
}
