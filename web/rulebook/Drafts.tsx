import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { DraftList } from './DraftList.tsx'

/** Drafts of all rulebooks; those that are still on their way unless one asks for all. */
export default function Drafts() {
  const say = useSay()
  const [search] = useSearchParams()
  const show = search.get('show') ?? ''
  const lanes = [
    { value: '', label: say(words.openOnly) },
    { value: 'all', label: say(texts.common.all) },
  ]
  return (
    <Page title={say(texts.shell.drafts)}>
      <Lanes label={say(texts.common.state)} name="show" chosen={show} options={lanes} />
      <DraftList open={show === ''} />
    </Page>
  )
}
