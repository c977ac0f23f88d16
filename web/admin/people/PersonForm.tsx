import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { ChoiceField, LongField, TextField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { FlagsField, PairsField, pairsOf } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/people.ts'
import { linesOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useRegions } from '../parts/useRegions.ts'
import { useSave } from '../parts/useSave.ts'

type Person = Answer<'get /api/people/{id}'>
const KINDS = ['staff', 'client', 'contractor', 'service'] as const

/** What the register says of a person, to be written or changed. */
export function PersonForm({ of, saved }: { of?: Person; saved?: (person: Person) => void }) {
  const say = useSay()
  const may = useMay()
  const regions = useRegions()
  const fields = useFields({
    code: of?.code ?? '',
    name: of?.name ?? '',
    kind: of?.kind ?? 'staff',
    email: of?.email ?? '',
    superiorId: of?.superiorId ?? '',
    numbers: of?.numbers.join('\n') ?? '',
    regionIds: of?.regionIds.join() ?? '',
    skills: JSON.stringify(of?.skills.map(({ product, level }) => [product, String(level)]) ?? []),
    flags: [of?.posted && 'posted', (of?.active ?? true) && 'active'].filter(Boolean).join(),
  })
  const create = useSave('post /api/people', fields, saved)
  const change = useSave('patch /api/people/{id}', fields)
  const deed = of ? change : create
  function submit() {
    const { code = '', name = '', kind, email, superiorId, numbers, regionIds = '', skills, flags = '' } = fields.values
    const body = {
      code,
      name,
      kind: kind as (typeof KINDS)[number],
      email: email?.trim() || null,
      superiorId: superiorId || null,
      numbers: linesOf(numbers),
      regionIds: regionIds.split(',').filter(Boolean),
      skills: pairsOf(skills).map(([product, level]) => ({ product, level: Number(level) })),
      posted: flags.includes('posted'),
      active: flags.includes('active'),
    }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ body })
  }
  return (
    <Form of={fields} required={['code', 'name', 'kind']} deed={deed} submit={submit} closed={!may('person.edit')}>
      <TextField of={fields} name="name" label={say(words.name)} autoFocus={!of} />
      <TextField of={fields} name="code" label={say(words.code)} />
      <ChoiceField
        of={fields}
        name="kind"
        label={say(words.kind)}
        options={KINDS.map((kind) => ({ value: kind, label: say(words[kind]) }))}
      />
      <PersonField of={fields} name="superiorId" label={say(words.superior)} optional />
      <TextField of={fields} name="email" label={say(words.email)} type="email" optional />
      <LongField of={fields} name="numbers" label={say(words.numbers)} hint={say(admin.onePerLine)} optional />
      {regions.options.length > 0 && (
        <FlagsField of={fields} name="regionIds" label={say(words.regions)} options={regions.options} />
      )}
      <PairsField
        of={fields}
        name="skills"
        label={say(words.skills)}
        heads={[say(words.product), say(words.level)]}
        optional
      />
      <FlagsField
        of={fields}
        name="flags"
        label={say(words.activeHelp)}
        options={[
          { value: 'active', label: say(words.active) },
          { value: 'posted', label: say(words.postedHelp) },
        ]}
      />
    </Form>
  )
}
