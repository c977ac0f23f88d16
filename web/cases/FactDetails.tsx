import { useSay } from '../language.tsx'
import { Files } from '../parts/FilesField.tsx'
import { useNames } from '../parts/names.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { detailsOf, type Detail } from './details.ts'

/** What a fact says, each entry by its name. */
export function FactDetails({ data }: { data: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  const details = detailsOf(data)
  if (details.length === 0) return null
  return (
    <dl className="details small">
      {details.map((one) => (
        <div key={one.label.en}>
          <dt>{say(one.label)}</dt>
          <dd>
            <Value of={one} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ of }: { of: Detail }) {
  const say = useSay()
  const nameOf = useNames()
  switch (of.kind) {
    case 'people':
      return of.ids.map(nameOf).join(say(texts.common.comma))
    case 'files':
      return <Files ids={of.ids} />
    case 'time':
      return <When at={of.iso} />
    case 'text':
      return say(of.text)
  }
}
