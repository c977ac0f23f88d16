import Button from 'antd/es/button'
import { useId, useState } from 'react'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { words } from '../texts/filesField.ts'
import { Field } from './Field.tsx'
import { sentIn, type SentFile } from './fileIds.ts'
import { Refused } from './Refused.tsx'
import type { Fields } from './useFields.ts'

/** Files sent with a form: each goes to the server as it is chosen, the form only names it. */
export function FilesField(props: { of: Fields; name: string; label: string; optional?: boolean }) {
  const { of, name, label, optional } = props
  const say = useSay()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const send = useDo('post /api/attachments')
  const sent = sentIn(of.values[name])
  const set = (next: readonly SentFile[]) => of.set({ [name]: next.length === 0 ? '' : JSON.stringify(next) })
  async function choose(files: readonly File[]) {
    setBusy(true)
    const added: SentFile[] = []
    try {
      for (const body of files) {
        const { id, name } = await send.mutateAsync({ body })
        added.push({ id, name })
      }
    } catch {
      // The refusal stands below; what was sent before it stays.
    }
    set([...sent, ...added])
    setBusy(false)
  }
  return (
    <Field id={id} label={label} optional={optional} error={of.errors[name]}>
      <input
        id={id}
        type="file"
        multiple
        accept="image/*,.pdf"
        disabled={busy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          void choose(files)
        }}
      />
      {sent.map((file) => (
        <div key={file.id} className="row small">
          <span>{file.name}</span>
          <Button size="small" onClick={() => set(sent.filter((one) => one !== file))}>
            {say(words.takeOff)}
          </Button>
        </div>
      ))}
      <Refused error={send.error} />
    </Field>
  )
}

/** Files that went with something, to be opened. */
export function Files({ ids }: { ids: readonly string[] }) {
  const say = useSay()
  return (
    <span className="row">
      {ids.map((id, index) => (
        <a key={id} href={`/api/attachments/${id}/content`} target="_blank" rel="noreferrer">
          {say(words.file, { n: index + 1 })}
        </a>
      ))}
    </span>
  )
}
