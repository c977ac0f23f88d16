import { Link } from 'wouter'
import { versionKindLabels } from '../../rules/rulebook/labels.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { signatureWords, words } from '../texts/rulebooks.ts'
import { sinceColumn } from './sinceColumn.tsx'
import { shownValue } from './value.ts'

type Version = Answer<'get /api/rulebooks/{id}/versions/{version}'>

/** One version as it stood and always will: what changed in it, who signed it, every value. */
export default function VersionPage({ id, version: shown }: { id: string; version: string }) {
  const say = useSay()
  const version = Number(shown)
  const found = useAsk('get /api/rulebooks/{id}/versions/{version}', { params: { id, version } })
  const earlier = found.data?.before ?? null
  const before = useAsk(
    'get /api/rulebooks/{id}/versions/{version}',
    { params: { id, version: earlier ?? 0 } },
    { enabled: earlier !== null },
  )
  return (
    <Shown of={found}>
      {(one) => (
        <Page
          title={`${say(one.title)} · ${say(words.version, { n: one.version })}`}
          actions={
            <>
              {one.parameters.length > 0 && (
                <Export of="get /api/exports/rulebook-parameters/{id}/{version}" params={{ id, version }} />
              )}
              <Link href={`/rulebook/${id}?show=versions`}>{say(words.versions)}</Link>
            </>
          }
        >
          <div className="card stack">
            <About
              entries={[
                [say(words.kind), versionKindLabels[one.kind] ? say(versionKindLabels[one.kind]!) : one.kind],
                [
                  say(words.since),
                  instantOf(one.effectiveFromAt) === 0 ? (
                    say(texts.rulebook.always)
                  ) : (
                    <When key="since" at={one.effectiveFromAt} />
                  ),
                ],
                [say(words.reference), one.reference],
                [say(words.note), one.kind === 'base' && one.signatures.length === 0 ? null : one.note],
              ]}
            />
            {one.signatures.length > 0 && <Signatures of={one.signatures} />}
          </div>
          {one.parameters.length > 0 && <Values of={one} before={earlier === null ? undefined : before.data} />}
        </Page>
      )}
    </Shown>
  )
}

/** Who signed, in which role, and when. */
export function Signatures({ of }: { of: Version['signatures'] }) {
  const say = useSay()
  const nameOf = useNames()
  return (
    <section aria-label={say(words.signatures)}>
      <h2 className="sub">{say(words.signatures)}</h2>
      <ul className="entries">
        {of.map(({ kind, role, byId, at }) => (
          <li key={`${kind}${role}${at}`} className="row">
            <strong>{signatureWords[kind] ? say(signatureWords[kind]) : kind}</strong>
            <span>{nameOf(byId)}</span>
            {role && role in roles && <span className="soft">{say(roles[role as Role])}</span>}
            <When at={at} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Values({ of, before }: { of: Version; before: Version | undefined }) {
  const say = useSay()
  const shown = (value: unknown, unit: string) => (value === null ? say(words.blank) : shownValue(value, unit, say))
  const was = new Map(before?.parameters.map(({ key, value }) => [key, value]))
  return (
    <Rows
      label={say(words.parameters)}
      rows={of.parameters.map((one) => ({ ...one, id: one.key }))}
      columns={[
        { title: say(texts.rulebook.parameter), show: (one) => say(one.label) },
        {
          title: say(texts.rulebook.value),
          show: (one) => (
            <span className="row">
              {shown(one.value, one.unit)}
              {was.has(one.key) && JSON.stringify(was.get(one.key)) !== JSON.stringify(one.value) && (
                <span className="mark warn">
                  {say(words.changedFrom, { value: shown(was.get(one.key), one.unit) })}
                </span>
              )}
            </span>
          ),
        },
        sinceColumn(say),
        {
          title: say(words.clause),
          show: ({ clause: cited }) => (
            <Clause id={cited ?? 'house:'} title={cited && isClauseId(cited) ? clause(cited) : null} />
          ),
        },
      ]}
    />
  )
}
