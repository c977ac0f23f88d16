import Alert from 'antd/es/alert'
import type { Text } from '../../../rules/text.ts'
import { useSay } from '../../language.tsx'
import { Clause } from '../../parts/Clause.tsx'
import { words } from '../../texts/people.ts'

/** What a rulebook would have otherwise, with its clause. A warning: it was saved all the same. */
export function Misfits({ of }: { of: readonly { clause: string; text: Text }[] }) {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Alert
      type="warning"
      role="status"
      showIcon
      title={say(words.misfit)}
      description={of.map(({ clause, text }) => (
        <div key={clause} className="row">
          <span>{say(text)}</span>
          <Clause id={clause} title={null} />
        </div>
      ))}
    />
  )
}
