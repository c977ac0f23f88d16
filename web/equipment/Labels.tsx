import Button from 'antd/es/button'
import { useSearchParams } from 'wouter'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { More } from '../parts/More.tsx'
import { Page } from '../parts/Page.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { links as words } from '../texts/customerLinks.ts'
import { Sticker } from './Sticker.tsx'

/** The labels of many things, one after the other, as the list of equipment was filtered. */
export default function Labels() {
  const say = useSay()
  const [search] = useSearchParams()
  const [customerId, q] = [search.get('customerId') ?? undefined, search.get('q') ?? undefined]
  const list = usePages('get /api/equipment/labels', { customerId, q })
  return (
    <Page
      title={say(words.labels)}
      actions={
        <Button type="primary" onClick={() => print()}>
          {say(words.print)}
        </Button>
      }
    >
      <Shown of={{ ...list, data: list.items }}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{say(texts.common.empty)}</Empty>
          ) : (
            <div className="stickers">
              {items.map((one) => (
                <Sticker key={one.id} of={one} />
              ))}
            </div>
          )
        }
      </Shown>
      <div className="no-print">
        <More of={list} />
      </div>
    </Page>
  )
}
