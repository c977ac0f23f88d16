import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { Entries } from './Entries.tsx'

/** The ledger of those I lead; of one of them where one is chosen. */
export default function Ledger() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('person') ?? ''
  const fields = useFields({ person: asked })
  const chosen = fields.values['person'] ?? ''
  useEffect(() => {
    if (chosen === asked) return
    setSearch((next) => {
      if (chosen) next.set('person', chosen)
      else next.delete('person')
      return next
    })
  }, [chosen, asked, setSearch])
  const query = chosen ? { personId: chosen } : {}
  const list = usePages('get /api/ledger', query)
  return (
    <Page title={say(texts.shell.ledger)} actions={<Export of="get /api/exports/ledger" query={query} />}>
      <div className="grid">
        <PersonField of={fields} name="person" label={say(words.ofPerson)} optional />
      </div>
      <Entries of={list} label={say(texts.shell.ledger)} none={say(words.none)} people />
    </Page>
  )
}
