import Button from 'antd/es/button'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { links as words } from '../texts/customerLinks.ts'
import { Sticker } from './Sticker.tsx'

/** The label of a thing, to be printed and stuck on it: scanned, it opens the form to report a fault. */
export default function Label({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/equipment/{id}/label', { params: { id } })
  const replace = useDo('post /api/equipment/{id}/label')
  return (
    <Page
      title={say(words.labels)}
      actions={
        <Button type="primary" onClick={() => print()}>
          {say(words.print)}
        </Button>
      }
    >
      <Shown of={found}>{(one) => <Sticker of={one} />}</Shown>
      {may('equipment.edit') && (
        <div className="stack tight no-print">
          <p className="soft">{say(words.replaceHelp)}</p>
          <div>
            <Button danger loading={replace.isPending} onClick={() => replace.mutate({ params: { id } })}>
              {say(words.replace)}
            </Button>
          </div>
          <Refused error={replace.error} />
        </div>
      )}
    </Page>
  )
}
