import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { words } from '../texts/reports.ts'

export type Report = Answer<'get /api/reports/{id}'>

const share = (value: number | null) => (value === null ? '—' : `${value} %`)

/** The data of a report's period, counted from the cases. */
export function Figures({ of }: { of: Report['figures'] }) {
  const say = useSay()
  return (
    <section aria-label={say(words.figures)}>
      <h2 className="sub">{say(words.figures)}</h2>
      <About
        entries={[
          [say(words.timeliness), `${share(of.timeliness)} · ${say(words.promises, of.promises)}`],
          [say(words.ratings), say(words.grades, of.ratings)],
          [say(words.documents), `${share(of.completeness)} (${of.documents.filled}/${of.documents.expected})`],
          [say(words.accidents), say(words.classes, of.accidents)],
          [say(words.cases), say(words.casesOf, of.cases)],
          [say(words.ledger), money(of.finesFen)],
        ]}
      />
    </section>
  )
}
