import Button from 'antd/es/button'
import { useState } from 'react'
import { roles } from '../../../rules/roles.ts'
import type { Answer } from '../../client/ask.ts'
import { useServerNow } from '../../client/clock.ts'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { instantOf } from '../../parts/time.ts'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/admin.ts'
import { endingNow } from '../parts/dates.ts'
import { Misfits } from '../parts/Misfits.tsx'
import { Period } from '../parts/Period.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'
import { Grant } from './Grant.tsx'

/** Dated grants of a role to somebody who acts in it while its holder is away. */
export default function Substitutions() {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const [open, setOpen] = useOpen()
  const [granted, setGranted] = useState<Answer<'post /api/substitutions'>>()
  const list = usePages('get /api/substitutions', {})
  const end = useSave('patch /api/substitutions/{id}')
  return (
    <Page
      title={say(words.substitutions)}
      actions={
        <>
          <Export of="get /api/exports/substitutions" />
          {may('substitution.grant') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.grant)}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">{say(words.substitutionsHelp)}</p>
      {granted && <Misfits of={granted.misfits} />}
      <Refused error={end.error} />
      <Listed
        of={list}
        label={say(words.substitutions)}
        none={say(words.noSubstitutions)}
        idOf={(row) => row.id}
        columns={[
          { title: say(words.grantor), show: (row) => nameOf(row.fromPersonId) },
          { title: say(words.role), show: (row) => say(roles[row.role]) },
          { title: say(words.substitute), show: (row) => nameOf(row.toPersonId) },
          { title: say(words.from), show: (row) => <Period fromAt={row.fromAt} toAt={row.toAt} /> },
          {
            title: say(words.end),
            show: (row) =>
              may('substitution.grant') && instantOf(row.toAt) > now ? (
                <Button
                  size="small"
                  aria-label={`${say(words.endNow)}: ${nameOf(row.toPersonId)}`}
                  onClick={() => end.save({ params: { id: row.id }, body: { toAt: endingNow(row.fromAt) } })}
                >
                  {say(words.endNow)}
                </Button>
              ) : null,
          },
        ]}
      />
      {open === 'new' && (
        <Grant
          done={(answer) => {
            setGranted(answer)
            setOpen(null)
          }}
          close={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
