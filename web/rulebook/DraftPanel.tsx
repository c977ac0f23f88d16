import Button from 'antd/es/button'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { versionKindLabels } from '../../rules/rulebook/labels.ts'
import { useMayTry } from '../backtest/useMayTry.ts'
import { useCase } from '../cases/useCase.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Export } from '../parts/Export.tsx'
import { useNames } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Shown } from '../parts/Shown.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { AcknowledgeVersion } from './Acknowledge.tsx'
import { useTitles } from './DraftList.tsx'
import { EditDraft } from './EditDraft.tsx'
import { useParameters } from './useBook.ts'
import { shownValue } from './value.ts'
import { Signatures } from './VersionPage.tsx'

/** A draft: what it changes, number by number, why, and who has signed it so far. */
export default function DraftPanel({ id }: { id: string }) {
  const may = useMay()
  return may('rulebook.sign') ? <Panel id={id} /> : null
}

function Panel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const titleOf = useTitles()
  const { personId } = useMe()
  const mayTry = useMayTry()
  const [, go] = useLocation()
  const [editing, edit] = useState(false)
  const found = useAsk('get /api/rulebook-drafts/{id}', { params: { id } })
  const asksMe = useCase(id).data?.obligations.some(
    ({ promise, work, bearerId }) => promise === 'acknowledge' && work === 'open' && bearerId === personId,
  )
  return (
    <Shown of={found}>
      {(one) => {
        // A draft that was sent back bears no signatures and is its author's again.
        const isMine = one.authorId === personId && one.state === 'open' && one.signatures.length === 0
        return (
          <>
            <About
              entries={[
                [
                  say(words.rulebook),
                  <Link key="book" href={`/rulebook/${one.rulebookId}`}>
                    {titleOf(one.rulebookId)}
                  </Link>,
                ],
                [say(words.kind), say(versionKindLabels[one.kind]!)],
                [say(words.author), nameOf(one.authorId)],
                [say(words.reference), one.reference],
                [say(words.note), one.note],
                [
                  say(words.inForce),
                  one.version !== null && (
                    <Link key="version" href={`/rulebook/${one.rulebookId}/versions/${one.version}`}>
                      {say(words.version, { n: one.version })}
                    </Link>
                  ),
                ],
                [say(words.effectiveOn), one.effectiveOn],
              ]}
            />
            <Changed id={id} rulebookId={one.rulebookId} values={one.values} before={one.before} />
            {one.signatures.length > 0 && <Signatures of={one.signatures} />}
            {asksMe && one.version !== null && (
              <div className="row">
                <AcknowledgeVersion id={one.rulebookId} version={one.version} />
              </div>
            )}
            <div className="row">
              {isMine && !editing && <Button onClick={() => edit(true)}>{say(words.edit)}</Button>}
              {mayTry?.(one.rulebookId) && one.version === null && Object.keys(one.values).length > 0 && (
                <Button onClick={() => go(`/backtest?policy=${one.rulebookId}&draft=${id}`)}>{say(words.tryIt)}</Button>
              )}
            </div>
            {isMine && editing && <EditDraft of={one} done={() => edit(false)} />}
          </>
        )
      }}
    </Shown>
  )
}

type Values = Record<string, unknown>

function Changed({
  id,
  rulebookId,
  values,
  before,
}: {
  id: string
  rulebookId: string
  values: Values
  before: Values
}) {
  const say = useSay()
  const parameters = useParameters(rulebookId)
  const changed = parameters?.filter(({ key }) => key in values) ?? []
  if (changed.length === 0) return null
  const shown = (value: unknown, unit: string) =>
    value === null || value === undefined ? say(words.blank) : shownValue(value, unit, say)
  return (
    <>
      <div className="row to-end">
        <Export of="get /api/exports/draft-changes/{id}" params={{ id }} />
      </div>
      <Rows
        label={say(words.parameters)}
        rows={changed.map((one) => ({ ...one, id: one.key }))}
        columns={[
          { title: say(texts.rulebook.parameter), show: (one) => say(one.label) },
          { title: say(words.before), show: (one) => shown(before[one.key], one.unit) },
          { title: say(words.after), show: (one) => <strong>{shown(values[one.key], one.unit)}</strong> },
        ]}
      />
    </>
  )
}
