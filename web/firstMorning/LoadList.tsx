import Button from 'antd/es/button'
import { useSay } from '../language.tsx'
import { wordsOf } from '../parts/Shown.tsx'
import { words } from '../texts/firstMorning.ts'
import '../parts/field.css'
import { Preview } from './Preview.tsx'
import { useLoad, type Kind } from './useLoad.ts'

/** One list: its template, a file, what it would do, and the rows that are right into the register. */
export function LoadList({ kind }: { kind: Kind }) {
  const say = useSay()
  const { preview, checked, written, failed, busy, choose, load, template, rejects } = useLoad(kind)
  const good = preview && preview.rows - preview.wrong
  return (
    <div className="stack tight">
      <div className="row">
        <Button onClick={() => void template()}>{say(words.template)}</Button>
        <label className="chip">
          {say(preview ? words.another : words.choose)}
          <input
            className="visually-hidden"
            type="file"
            accept=".xlsx,.csv"
            disabled={busy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? []
              currentTarget.value = ''
              if (file) void choose(file)
            }}
          />
        </label>
      </div>
      <div role="status">
        {busy && `${say(words.reading)} `}
        {preview &&
          written === undefined &&
          say(words.counts, { rows: preview.rows, good: good!, wrong: preview.wrong })}
        {written !== undefined && say(words.loaded, { n: written })}
      </div>
      {failed !== undefined && <div role="alert">{wordsOf(failed)}</div>}
      {preview && written === undefined && preview.rows > 0 && <Preview of={preview} file={checked} />}
      {preview?.rows === 0 && <p>{say(words.emptyFile)}</p>}
      <div className="row">
        {written === undefined && good !== undefined && good > 0 && (
          <Button type="primary" disabled={busy} onClick={() => void load()}>
            {say(words.load, { n: good })}
          </Button>
        )}
        {rejects && (
          <>
            <Button onClick={rejects}>{say(words.rejects, { n: preview!.wrong })}</Button>
            <span className="soft small">{say(words.rejectsHint)}</span>
          </>
        )}
      </div>
    </div>
  )
}
