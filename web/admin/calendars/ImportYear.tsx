import Alert from 'antd/es/alert'
import { useId, useState } from 'react'
import type { DayType } from '../../../rules/time/calendar.ts'
import { checkYear, type DayList } from '../../../rules/time/checkYear.ts'
import { readYearFile, type FileProblem } from '../../../rules/time/yearFile.ts'
import { ask } from '../../client/ask.ts'
import { tableOf } from '../../client/table.ts'
import { useSay } from '../../language.tsx'
import { Field, TextField } from '../../parts/Field.tsx'
import { wordsOf } from '../../parts/Shown.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words } from '../../texts/calendars.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'
import { Legend, Months } from './Months.tsx'

type Days = Record<DayList, string[]>

/** JSON as it is; a spreadsheet by way of the API. What can't be read is a problem like any other. */
async function readFile(file: File): Promise<ReturnType<typeof readYearFile>> {
  if (/\.json$/i.test(file.name)) return readYearFile(await file.text())
  try {
    return readYearFile((await ask('post /api/calendars/file', { body: tableOf(file) })).text)
  } catch (error) {
    return { problems: [{ line: null, text: { zh: wordsOf(error), en: wordsOf(error) } }] }
  }
}

/** What each day of a list is in the picture. */
const TYPE_OF = { statutory: 'statutoryHoliday', adjustedRest: 'adjustedRest', makeUp: 'makeUpWorkday' } as const
const typesOf = (days: Days) =>
  new Map<string, DayType>(
    (Object.keys(TYPE_OF) as DayList[]).flatMap((list) => days[list].map((on) => [on, TYPE_OF[list]] as const)),
  )

/** Imports a published year from a file: what is wrong stands there, line by line, before anything is sent. */
export function ImportYear({ calendar, close }: { calendar: string; close: () => void }) {
  const say = useSay()
  const id = useId()
  const [days, setDays] = useState<Days>()
  const [problems, setProblems] = useState<FileProblem[]>([])
  const [done, setDone] = useState<string>()
  const fields = useFields({ year: '', source: '', version: '1', publishedOn: '' })
  const deed = useSave('post /api/calendars/{name}/years', fields, ({ imported, moved }) =>
    setDone(imported ? say(words.imported, { n: moved }) : say(words.sameAgain)),
  )
  async function take(file: File | undefined) {
    setDone(undefined)
    const read = file ? await readFile(file) : { problems: [] }
    setProblems('problems' in read ? read.problems : [])
    if (!('file' in read)) return setDays(undefined)
    const { statutory, adjustedRest, makeUp, year, source, version, publishedOn } = read.file
    setDays({ statutory: [...statutory], adjustedRest: [...adjustedRest], makeUp: [...makeUp] })
    fields.set({
      ...(year && { year: String(year) }),
      ...(source && { source }),
      ...(version && { version }),
      ...(publishedOn && { publishedOn }),
    })
  }
  function submit() {
    if (!days) return setProblems([{ line: null, text: words.fileHelp }])
    const { year, source = '', version = '', publishedOn } = fields.values
    const body = { ...days, year: Number(year), source, version, ...(publishedOn && { publishedOn }) }
    const wrong = checkYear(body)
    setProblems(wrong.map(({ text }) => ({ line: null, text })))
    if (wrong.length === 0) deed.save({ params: { name: calendar }, body })
  }
  return (
    <Panel title={`${say(words.import)} · ${calendar === 'cn' ? say(words.national) : calendar}`} close={close}>
      {done && <Alert type="success" role="status" showIcon title={done} />}
      <Form of={fields} required={['year', 'source', 'version']} deed={deed} submit={submit} label={say(words.import)}>
        <Field id={id} label={say(words.file)} hint={say(words.fileHelp)}>
          <input
            id={id}
            type="file"
            accept=".xlsx,.csv,.json,.txt"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </Field>
        {problems.length > 0 && (
          <ul className="plain wrong" role="alert">
            {problems.map(({ line, text }, index) => (
              <li key={index}>{line === null ? say(text) : say(words.line, { n: line, text: say(text) })}</li>
            ))}
          </ul>
        )}
        {days && (
          <p role="status">
            {say(words.read, { s: days.statutory.length, a: days.adjustedRest.length, m: days.makeUp.length })}
          </p>
        )}
        <TextField of={fields} name="year" label={say(words.year)} />
        <TextField of={fields} name="source" label={say(words.source)} hint={say(words.sourceHelp)} />
        <TextField of={fields} name="version" label={say(words.version)} />
        <DateField of={fields} name="publishedOn" label={say(words.publishedOn)} optional />
      </Form>
      {days && /^\d{4}$/.test(fields.values['year'] ?? '') && (
        <section className="stack tight" aria-label={say(words.preview)}>
          <h2 className="sub">{say(words.preview)}</h2>
          <Legend />
          <Months year={Number(fields.values['year'])} types={typesOf(days)} />
        </section>
      )}
    </Panel>
  )
}
