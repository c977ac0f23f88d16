import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useSay } from '../../language.tsx'
import { words } from '../../texts/admin.ts'
import './admin.css'

/** Something that is shown once and never again. */
export function Secret({ label, value }: { label: string; value: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  return (
    <Alert
      type="warning"
      role="status"
      title={label}
      description={
        <div className="stack tight">
          <code className="secret">{value}</code>
          <div className="row">
            <Button size="small" onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
              {say(copied ? words.copied : words.copy)}
            </Button>
            <span className="small">{say(words.onceOnly)}</span>
          </div>
        </div>
      }
    />
  )
}
