import Button from 'antd/es/button'
import { useState } from 'react'
import type { Answer } from '../../client/ask.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { When } from '../../parts/When.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Secret } from '../parts/Secret.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'
import { Register } from './Register.tsx'

type Once = Answer<'post /api/telephony-sources'>

/** The telephone systems that tell of calls. A secret is shown when it is made, and never again. */
export default function Sources() {
  const say = useSay()
  const [open, setOpen] = useOpen()
  const [made, setMade] = useState<Once>()
  const found = useAsk('get /api/telephony-sources', {})
  const rotate = useSave('post /api/telephony-sources/{id}/rotation', undefined, setMade)
  const change = useSave('patch /api/telephony-sources/{id}')
  const nameOf = ({ hook }: Once) => hook.split('/').at(-1)!
  return (
    <Page
      title={say(words.sources)}
      actions={
        <>
          <Export of="get /api/exports/telephony-sources" />
          <Button type="primary" onClick={() => setOpen('new')}>
            {say(words.newSource)}
          </Button>
        </>
      }
    >
      <p className="soft">{say(words.sourcesHelp)}</p>
      {made && <Secret key={made.secret} label={say(words.secretOf, { name: nameOf(made) })} value={made.secret} />}
      <Refused error={rotate.error ?? change.error} />
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noSources)}</Empty>
          ) : (
            <Rows
              label={say(words.sources)}
              rows={items}
              columns={[
                { title: say(admin.name), show: (row) => row.name },
                {
                  title: say(words.address),
                  show: (row) => <code>{new URL(row.hook, location.origin).href}</code>,
                },
                { title: say(words.lastCall), show: (row) => (row.lastCallAt ? <When at={row.lastCallAt} /> : '—') },
                {
                  title: say(admin.active),
                  show: (row) => (
                    <span className={row.active ? 'mark good' : 'mark'}>
                      {say(row.active ? admin.active : admin.inactive)}
                    </span>
                  ),
                },
                {
                  title: say(admin.edit),
                  show: ({ id, name, active }) => (
                    <span className="row">
                      <Button
                        size="small"
                        title={say(words.rotateHelp)}
                        aria-label={`${say(words.rotate)}: ${name}`}
                        onClick={() => rotate.save({ params: { id } })}
                      >
                        {say(words.rotate)}
                      </Button>
                      <Button
                        size="small"
                        aria-label={`${say(active ? words.disable : words.enable)}: ${name}`}
                        onClick={() => change.save({ params: { id }, body: { active: !active } })}
                      >
                        {say(active ? words.disable : words.enable)}
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
      {open === 'new' && (
        <Register
          close={() => setOpen(null)}
          done={(answer) => {
            setMade(answer)
            setOpen(null)
          }}
        />
      )}
    </Page>
  )
}
