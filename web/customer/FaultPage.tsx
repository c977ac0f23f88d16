import { useState } from 'react'
import { isProblem } from '../client/problem.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Failed } from '../parts/Shown.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { customer as words } from '../texts/customer.ts'
import { FaultForm } from './FaultForm.tsx'
import { Closed, Frame, isToken, useToken } from './Frame.tsx'

/** What the label on a thing opens: which thing it is, and a form to say what is wrong with it. */
export default function FaultPage() {
  const token = useToken()
  return <Looked key={token} token={token} />
}

function Looked({ token }: { token: string }) {
  const say = useSay()
  // A further report is another one; each form makes its own id.
  const [turn, setTurn] = useState(0)
  const look = useAsk('post /api/fault-report/look', { body: { token } }, { enabled: isToken(token) })
  const unknown = isProblem(look.error) && look.error.status === 404
  if (!isToken(token) || unknown) return <Closed title={words.badLabel} more={words.badLabelMore} />
  if (look.error)
    return (
      <Frame title={words.failed}>
        <Failed error={look.error} again={() => void look.refetch()} />
      </Frame>
    )
  if (!look.data) return <Waiting page />
  const { product, serialNumber, place, company } = look.data
  return (
    <Frame title={words.report} company={company}>
      <About
        entries={[
          [say(words.thing), product],
          [say(words.serial), serialNumber],
          [say(words.place), place],
        ]}
      />
      <FaultForm key={turn} token={token} again={() => setTurn(turn + 1)} />
    </Frame>
  )
}
