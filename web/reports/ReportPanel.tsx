import Button from 'antd/es/button'
import { formOf, SECTIONS, sectionLabels, type Section } from '../../rules/report/forms.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useLanguage, useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { LongField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { useFields } from '../parts/useFields.ts'
import { When } from '../parts/When.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/reports.ts'
import { Figures, type Report } from './Figures.tsx'

/** A report: the data of its period; its text as received, or the draft that its author edits and hands in. */
export default function ReportPanel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const { personId } = useMe()
  const found = useAsk('get /api/reports/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => {
        const mine = may('report.submit') && (one.authorId === null || one.authorId === personId)
        return (
          <>
            <About
              entries={[
                [say(words.form), say(one.label)],
                [say(words.period), one.period],
                [say(words.author), one.authorName ?? say(texts.common.unit)],
                [say(words.requested), one.request],
                [say(words.askedBy), one.askedById && nameOf(one.askedById)],
                [say(words.beside), one.follow && say(one.follow)],
                [say(words.receivedAt), one.receivedAt && <When key="at" at={one.receivedAt} />],
                [say(words.byOtherWay), one.recordedById && say(texts.common.yes)],
              ]}
            />
            <Figures of={one.figures} />
            {one.sections && <Received of={one} />}
            {one.draft && mine && one.state === 'open' && one.work === 'open' && <HandIn key={one.id} of={one} />}
          </>
        )
      }}
    </Shown>
  )
}

const labelOf = (of: Report, section: Section) => formOf(of.form).parts?.[section] ?? sectionLabels[section]

function Received({ of }: { of: Report }) {
  const say = useSay()
  return <About entries={SECTIONS.map((section) => [say(labelOf(of, section)), of.sections?.[section]] as const)} />
}

function HandIn({ of }: { of: Report }) {
  const { say, language } = useLanguage()
  const draft = Object.fromEntries(SECTIONS.map((section) => [section, of.draft?.[section]?.[language] ?? '']))
  const fields = useFields(draft, `report.${of.id}`)
  const deed = useDo('post /api/reports/{id}/submission')
  function submit() {
    const sections = Object.fromEntries(SECTIONS.map((section) => [section, fields.values[section] ?? '']))
    deed.mutate({ params: { id: of.id }, body: { sections } }, { onSuccess: fields.forget, onError: fields.blame })
  }
  return (
    <Form
      of={fields}
      required={of.required}
      deed={deed}
      submit={submit}
      label={say(words.handIn)}
      beside={<Button onClick={fields.clear}>{say(texts.common.discardDraft)}</Button>}
      className="steps stack"
    >
      <p className="soft">{say(words.drafted)}</p>
      {SECTIONS.map((section) => (
        <LongField
          key={section}
          of={fields}
          name={section}
          label={say(labelOf(of, section))}
          optional={!of.required.includes(section)}
          rows={3}
        />
      ))}
    </Form>
  )
}
