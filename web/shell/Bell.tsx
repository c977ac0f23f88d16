import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'

/** How many notices the bell looks at; more than that says so. */
const MOST = 50

/** My notices, each with a way straight to what it speaks of. */
export function Bell() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const unread = useAsk('get /api/notifications', { query: { unread: 'true', limit: MOST } })
  const n = unread.data?.items.length ?? 0
  const shown = n === MOST ? `${MOST}+` : String(n)
  return (
    <>
      <Button
        type="text"
        className="bell"
        onClick={() => setOpen(true)}
        aria-label={say(texts.shell.unread, { n: shown })}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden>
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-2 3v1h16v-1l-2-3V9a6 6 0 0 0-6-6zm-2 15a2 2 0 0 0 4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
        {n > 0 && <span className="count">{shown}</span>}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} size={420} title={say(texts.shell.notices)} destroyOnHidden>
        <Notices leave={() => setOpen(false)} />
      </Drawer>
    </>
  )
}

function Notices({ leave }: { leave: () => void }) {
  const say = useSay()
  const notices = useAsk('get /api/notifications', { query: { limit: MOST } })
  const readAll = useDo('post /api/notifications/reading')
  const readOne = useDo('post /api/notifications/{id}/reading')
  return (
    <Shown of={notices}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(texts.shell.noNotices)}</Empty>
        ) : (
          <div className="stack">
            <Button
              loading={readAll.isPending}
              onClick={() => readAll.mutate({ body: { untilAt: items[0]!.createdAt } })}
            >
              {say(texts.shell.allRead)}
            </Button>
            <ul className="notices">
              {items.map((notice) => (
                <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
                  <strong>{notice.title}</strong>
                  <p>{notice.body}</p>
                  <div className="row apart small">
                    <When at={notice.createdAt} />
                    {notice.place && (
                      <Link
                        href={notice.place}
                        onClick={() => {
                          readOne.mutate({ params: { id: notice.id } })
                          leave()
                        }}
                      >
                        {say(texts.common.open)}
                      </Link>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Shown>
  )
}
