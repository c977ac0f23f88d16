import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { More } from '../parts/More.tsx'
import { Export } from '../parts/Export.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/windows.ts'
import { PersonWindows } from './PersonWindows.tsx'
import { Watched } from './WatchedList.tsx'

/** The rolling windows of those I lead, or my own. */
export default function Windows() {
  const say = useSay()
  const may = useMay()
  const fields = useFields({ person: '' })
  const person = fields.values['person']
  const list = usePages('get /api/windows', { limit: 20, ...(person && { personId: person }) })
  return (
    <Page
      title={say(texts.shell.windows)}
      actions={<Export of="get /api/exports/windows" query={person ? { personId: person } : {}} />}
    >
      {may('record.oversee') && (
        <div className="grid">
          <PersonField of={fields} name="person" label={say(words.ofPerson)} optional />
        </div>
      )}
      <Shown of={{ ...list, data: list.items }}>
        {(people) =>
          people.every(({ windows }) => windows.length === 0) ? (
            <Empty>{say(words.none)}</Empty>
          ) : (
            people.map((one) => <PersonWindows key={one.personId} of={one} />)
          )
        }
      </Shown>
      <More of={list} />
      <Watched personId={person} />
    </Page>
  )
}
