import Drawer from 'antd/es/drawer'
import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { CaseView } from './CaseView.tsx'

/** A case over the page one is on. */
export default function CaseDrawer({ id }: { id: string }) {
  const say = useSay()
  const [, setSearch] = useSearchParams()
  const close = () =>
    setSearch((search) => {
      search.delete('case')
      search.delete('do')
      return search
    })
  return (
    <Drawer open onClose={close} size={Math.min(760, window.innerWidth)} title={say(texts.cases.case)} destroyOnHidden>
      <CaseView key={id} id={id} />
    </Drawer>
  )
}
