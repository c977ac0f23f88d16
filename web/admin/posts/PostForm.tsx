import Button from 'antd/es/button'
import { formatInstant, localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { LongField, TextField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { dayOf, endOf, lastDayOf, linesOf, startOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

type Post = Schemas['ResidentPost']

/** What a post at a site is for, what its holder has to do and may do. */
export function PostForm(props: {
  of?: Post
  projects: readonly { value: string; label: string }[]
  saved?: (post: Post) => void
}) {
  const { of, projects, saved } = props
  const say = useSay()
  const may = useMay()
  const fields = useFields({
    projectId: of?.projectId ?? '',
    title: of?.title ?? '',
    need: of?.need ?? '',
    duties: of?.duties.join('\n') ?? '',
    permissions: of?.permissions.join('\n') ?? '',
    places: String(of?.places ?? 1),
    fromAt: of ? dayOf(of.fromAt) : localDate(serverNow()),
    toAt: of?.toAt ? lastDayOf(of.toAt) : '',
  })
  const create = useSave('post /api/resident-posts', fields, saved)
  const change = useSave('patch /api/resident-posts/{id}', fields)
  function submit() {
    const { projectId = '', title = '', need = '', duties, permissions, places, fromAt = '', toAt } = fields.values
    const body = {
      title,
      need,
      duties: linesOf(duties),
      permissions: linesOf(permissions),
      places: Number(places),
      fromAt: startOf(fromAt),
      toAt: toAt ? endOf(toAt) : null,
    }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ body: { ...body, projectId } })
  }
  return (
    <>
      <Form
        of={fields}
        required={[...(of ? [] : ['projectId']), 'title', 'need', 'duties', 'places', 'fromAt']}
        deed={of ? change : create}
        submit={submit}
        closed={!may('residentPost.edit')}
      >
        {!of && <SelectField of={fields} name="projectId" label={say(words.project)} options={projects} />}
        <TextField of={fields} name="title" label={say(words.title)} />
        <LongField of={fields} name="need" label={say(words.need)} />
        <LongField of={fields} name="duties" label={say(words.duties)} hint={say(admin.onePerLine)} rows={3} />
        <LongField
          of={fields}
          name="permissions"
          label={say(words.permissions)}
          hint={say(admin.onePerLine)}
          rows={3}
          optional
        />
        <TextField of={fields} name="places" label={say(words.places)} type="number" />
        <DateField of={fields} name="fromAt" label={say(admin.from)} />
        <DateField of={fields} name="toAt" label={say(admin.to)} optional />
      </Form>
      {of && of.toAt === null && may('residentPost.edit') && (
        <div>
          <Button
            loading={change.isPending}
            onClick={() => change.save({ params: { id: of.id }, body: { toAt: formatInstant(serverNow()) } })}
          >
            {say(words.endPost)}
          </Button>
        </div>
      )}
    </>
  )
}
