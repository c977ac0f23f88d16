import { Link } from 'wouter'
import { versionKindLabels } from '../../rules/rulebook/labels.ts'
import { localDate } from '../../rules/time/local.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Export } from '../parts/Export.tsx'
import { useNames } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'
import { signatureWords, words } from '../texts/rulebooks.ts'

type Found = Answer<'get /api/rulebooks/{id}/versions'>

const { rulebook } = texts
/** A rulebook's list of revisions: when each took effect, its filing number, what changed, who drafted, reviewed, approved. */
export function History({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const found = useAsk('get /api/rulebooks/{id}/versions', { params: { id } })
  const names = (ids: readonly string[]) => ids.map(nameOf).join(say(words.comma)) || '—'
  const from = (iso: string) => {
    const at = instantOf(iso)
    return at === 0 ? say(rulebook.always) : say(rulebook.from, { date: localDate(at) })
  }
  return (
    <Shown of={found}>
      {({ document, items }) => (
        <section className="stack" aria-label={say(words.history)}>
          <div className="row apart">
            <h2 className="sub">{say(words.history)}</h2>
            {items.length > 0 && <Export of="get /api/exports/rulebook-versions/{id}" params={{ id }} />}
          </div>
          {document && <Cover of={document} />}
          {items.length === 0 ? (
            <Empty>{say(words.noVersion)}</Empty>
          ) : (
            <Rows
              label={say(words.history)}
              rows={items.map((one) => ({ ...one, id: `${one.variant} ${one.version}` }))}
              columns={[
                {
                  title: say(rulebook.versions),
                  show: ({ variant, version, kind }) => (
                    <>
                      {variant ? (
                        <>
                          {say(rulebook.version, { n: version })} <span className="mark">{variant}</span>
                        </>
                      ) : (
                        <Link href={`/rulebook/${id}/versions/${version}`}>
                          {say(rulebook.version, { n: version })}
                        </Link>
                      )}{' '}
                      <span className="soft">{versionKindLabels[kind] ? say(versionKindLabels[kind]!) : kind}</span>
                    </>
                  ),
                },
                { title: say(words.since), show: (one) => from(one.effectiveFromAt) },
                { title: say(words.reference), show: (one) => one.reference ?? '—' },
                {
                  title: say(words.summary),
                  show: (one) => (one.kind === 'base' && one.draftedBy.length === 0 ? '—' : one.note),
                },
                { title: say(signatureWords['submitted']!), show: (one) => names(one.draftedBy) },
                { title: say(signatureWords['reviewed']!), show: (one) => names(one.reviewedBy) },
                { title: say(signatureWords['approved']!), show: (one) => names(one.approvedBy) },
              ]}
            />
          )}
        </section>
      )}
    </Shown>
  )
}

/** What the cover of a controlled document states, with the revisions that it lists from before it was kept here. */
function Cover({ of }: { of: NonNullable<Found['document']> }) {
  const say = useSay()
  return (
    <div className="card">
      <About
        entries={[
          [say(words.documentNumber), of.number],
          [say(words.documentLevel), say(words.level, { n: of.level })],
          [say(words.edition), of.edition],
          [say(words.since), of.effectiveOn],
          [
            say(words.printedHistory),
            of.revisions.map(({ on, edition, note }) => `${on} ${edition} ${say(note)}`).join(say(words.comma)),
          ],
        ]}
      />
    </div>
  )
}
