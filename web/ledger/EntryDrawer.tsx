import Drawer from 'antd/es/drawer'
import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { words } from '../texts/ledger.ts'
import { EntryView } from './EntryView.tsx'

/** An entry over the list one is on. */
export function EntryDrawer() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const id = search.get('entry')
  const close = () =>
    setSearch((next) => {
      next.delete('entry')
      return next
    })
  if (!id) return null
  return (
    <Drawer open onClose={close} size={Math.min(680, window.innerWidth)} title={say(words.entry)} destroyOnHidden>
      <EntryView key={id} id={id} />
    </Drawer>
  )
}
