import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Export } from '../parts/Export.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/reports.ts'
import { PersonLines } from './PersonLines.tsx'

type Sheet = Answer<'get /api/assessments/{id}'>

/** A sheet: person by person with every line, its total, who issued and signed it, and the files for payroll. */
export default function SheetPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const found = useAsk('get /api/assessments/{id}', { params: { id } }, { enabled: may('assessment.read') })
  if (!may('assessment.read')) return null
  return (
    <Shown of={found}>
      {(one) => (
        <>
          <About
            entries={[
              [say(words.sheet), say(one.label)],
              [say(words.month), one.month],
              [say(words.issueBy), one.dueAt && <When key="due" at={one.dueAt} />],
              [
                say(words.issued),
                one.issuedAt && <Signed key="issued" at={one.issuedAt} by={nameOf(one.issuedById)} />,
              ],
              [
                say(words.signed),
                one.signedAt && <Signed key="signed" at={one.signedAt} by={nameOf(one.signedById)} />,
              ],
            ]}
          />
          {!one.issuedAt && <p className="soft">{say(words.draft)}</p>}
          {one.sheet.people.length === 0 && <p className="soft">{say(words.nobody)}</p>}
          {one.sheet.people.length > 0 && (
            <div className="row to-end">
              <Export of="get /api/exports/assessment-lines/{id}" params={{ id }} />
            </div>
          )}
          {one.sheet.people.map((person) => (
            <PersonLines key={person.personId} of={person} />
          ))}
          <strong>{say(words.total, { amount: money(one.sheet.totalFen) })}</strong>
          {one.files.length > 0 && <SheetFiles of={one} />}
        </>
      )}
    </Shown>
  )
}

function Signed({ at, by }: { at: string; by: string }) {
  return (
    <span className="row">
      <When at={at} />
      <span>{by}</span>
    </span>
  )
}

function SheetFiles({ of }: { of: Sheet }) {
  const say = useSay()
  return (
    <section aria-label={say(words.files)}>
      <h2 className="sub">{say(words.files)}</h2>
      <ul className="promises">
        {of.files.map(({ format, name, sha256 }) => (
          <li key={format}>
            <a href={`/api/assessments/${of.id}/files/${format}`} download={name}>
              {name}
            </a>
            <div className="soft small" style={{ overflowWrap: 'anywhere' }}>
              {say(words.checksum)}: {sha256}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
