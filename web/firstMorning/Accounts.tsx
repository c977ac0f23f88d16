import Button from 'antd/es/button'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../client/ask.ts'
import { save } from '../client/save.ts'
import { refresh } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { wordsOf } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/firstMorning.ts'

/** Accounts for everybody who has none, at one press: the file with the first passwords comes once and is nowhere kept. */
export function Accounts({ people, accounts }: { people: number; accounts: number }) {
  const say = useSay()
  const may = useMay()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const [given, setGiven] = useState(false)

  async function open() {
    setBusy(true)
    setFailed(undefined)
    try {
      save(await ask('post /api/accounts/missing', {}))
      setGiven(true)
      await refresh(queries)
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack tight">
      <p>{say(words.haveAccounts, { people, accounts })}</p>
      {may('account.create') ? (
        <div>
          <Button type="primary" loading={busy} disabled={accounts >= people} onClick={() => void open()}>
            {say(words.openAccounts)}
          </Button>
        </div>
      ) : (
        <p className="soft">{say(words.adminOpens)}</p>
      )}
      <div role="status">{given && say(words.accountsGiven)}</div>
      {failed !== undefined && <div role="alert">{wordsOf(failed)}</div>}
    </div>
  )
}
