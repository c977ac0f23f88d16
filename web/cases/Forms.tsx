import Button from 'antd/es/button'
import { useState } from 'react'
import { formsOf } from '../../rules/print/forms.ts'
import { ask } from '../client/ask.ts'
import { save } from '../client/save.ts'
import { useSay } from '../language.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMay } from '../shell/session.tsx'
import { caseFiles as words } from '../texts/caseFiles.ts'
import { kindOf } from './kinds.ts'

/** The forms of a case as paper would look, to be printed or kept. One that has nothing to say yet says so. */
export function Forms({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const [busy, setBusy] = useState('')
  const [error, setError] = useState<unknown>()
  const forms = Object.entries(formsOf(kindOf(id)))
  if (forms.length === 0 || !may('case.print')) return null

  async function fetchIt(form: string) {
    setBusy(form)
    setError(undefined)
    try {
      save(await ask('get /api/cases/{id}/print/{form}', { params: { id, form } }))
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy('')
    }
  }

  return (
    <section className="stack tight" aria-label={say(words.print)}>
      <h2 className="sub">{say(words.print)}</h2>
      <div className="row">
        {forms.map(([form, { title }]) => (
          <Button key={form} loading={busy === form} onClick={() => void fetchIt(form)}>
            {say(title)}
          </Button>
        ))}
      </div>
      <Refused error={error} />
    </section>
  )
}
