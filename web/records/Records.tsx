import Button from 'antd/es/button'
import { useState } from 'react'
import { useRegions } from '../admin/parts/useRegions.ts'
import { step } from '../cases/step.ts'
import { StepForm } from '../cases/StepForm.tsx'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { useFields } from '../parts/useFields.ts'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { recordKinds, words } from '../texts/records.ts'
import { NewRecord } from './NewRecord.tsx'
import { toldBy } from './parts.ts'

const takeBack = step({
  promise: null,
  title: words.takeBack,
  may: 'record.write',
  fields: [{ name: 'reason', label: texts.common.reason, kind: 'long' }],
  operation: 'post /api/records/{id}/corrections',
  given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
})

/** What was recorded about people, the latest first: of those I lead, or of me. */
export default function Records() {
  const say = useSay()
  const may = useMay()
  const [adding, add] = useState(false)
  const fields = useFields({ person: '' })
  const person = fields.values['person']
  const query = person ? { personId: person } : {}
  const list = usePages('get /api/records', query)
  return (
    <Page
      title={say(texts.shell.records)}
      actions={
        may('record.write') &&
        !adding && (
          <Button type="primary" onClick={() => add(true)}>
            {say(words.add)}
          </Button>
        )
      }
    >
      <p className="soft">{say(words.hint)}</p>
      {adding && <NewRecord done={() => add(false)} />}
      {may('record.oversee') && (
        <div className="grid">
          <PersonField of={fields} name="person" label={say(words.ofPerson)} optional />
        </div>
      )}
      <div className="row to-end">
        <Export of="get /api/exports/records" query={query} />
      </div>
      <List of={list} />
    </Page>
  )
}

function List({ of }: { of: ReturnType<typeof usePages<'get /api/records'>> }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const regions = useRegions()
  const [taking, take] = useState<string>()
  return (
    <Listed
      of={of}
      label={say(texts.shell.records)}
      none={say(words.none)}
      idOf={(row) => row.id}
      columns={[
        { title: say(texts.common.person), show: (row) => nameOf(row.personId) },
        {
          title: say(words.kind),
          show: ({ kind }) =>
            kind in recordKinds ? say(recordKinds[kind as keyof typeof recordKinds]) : say(words.takenBack),
        },
        {
          title: say(words.what),
          show: (row) =>
            toldBy(row.kind, row.data, regions.nameOf)
              .map((part) => say(part))
              .join(say(texts.common.comma)) || '—',
        },
        { title: say(texts.common.happenedAt), show: (row) => <When at={row.occurredAt} /> },
        { title: say(words.by), show: (row) => nameOf(row.byId) },
        {
          title: say(texts.common.state),
          show: (row) =>
            !row.stands ? (
              <span className="mark">{say(words.corrected)}</span>
            ) : taking === row.id ? (
              <StepForm step={takeBack} caseId={row.id} done={() => take(undefined)} />
            ) : may('record.write') && row.kind in recordKinds ? (
              <Button size="small" onClick={() => take(row.id)}>
                {say(words.takeBack)}
              </Button>
            ) : (
              say(words.stands)
            ),
        },
      ]}
    />
  )
}
