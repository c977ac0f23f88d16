import Button from 'antd/es/button'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/fund.ts'
import { Accounts } from './Accounts.tsx'
import { Move } from './Move.tsx'
import { Movements } from './Movements.tsx'

/** The fund of fines and rewards: who owes, who is owed, what was paid in and out. Mine, or everybody's for who keeps it. */
export default function Fund() {
  const say = useSay()
  const may = useMay()
  const [search] = useSearchParams()
  const [adding, add] = useState(false)
  const show = search.get('show') ?? ''
  const lanes = [
    { value: '', label: say(words.accounts) },
    { value: 'movements', label: say(words.movements) },
  ]
  return (
    <Page title={say(texts.shell.fund)}>
      <Lanes label={say(texts.shell.fund)} name="show" chosen={show} options={lanes} />
      {may('fund.keep') && !adding && (
        <div className="row">
          <Button type="primary" onClick={() => add(true)}>
            {say(words.record)}
          </Button>
        </div>
      )}
      {adding && <Move done={() => add(false)} />}
      {show === 'movements' ? <Movements /> : <Accounts />}
    </Page>
  )
}
