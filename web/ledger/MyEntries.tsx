import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Page } from '../parts/Page.tsx'
import { useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { Entries } from './Entries.tsx'

/** Everything the ledger holds about me. */
export default function MyEntries() {
  const say = useSay()
  const { personId } = useMe()
  const list = usePages('get /api/ledger', { personId })
  return (
    <Page title={say(texts.shell.myEntries)} actions={<Export of="get /api/exports/ledger" query={{ personId }} />}>
      <Entries of={list} label={say(texts.shell.myEntries)} none={say(words.noneOfMine)} />
    </Page>
  )
}
