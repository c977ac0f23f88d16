import Button from 'antd/es/button'
import { useState } from 'react'
import { useSay } from '../language.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/reports.ts'
import { Mistake } from './Mistake.tsx'
import { Request } from './Request.tsx'

/** What nobody owes until somebody asks, or something goes wrong: data or a report on request; a mistake. */
export function NewReport() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<'request' | 'mistake'>()
  const done = () => setOpen(undefined)
  if (open === 'request') return <Request done={done} />
  if (open === 'mistake') return <Mistake done={done} />
  return (
    <div className="row">
      {may('report.ask') && <Button onClick={() => setOpen('request')}>{say(words.request)}</Button>}
      {may('report.submit') && <Button onClick={() => setOpen('mistake')}>{say(words.mistake)}</Button>}
    </div>
  )
}
