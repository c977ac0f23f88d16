import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/accidents.ts'
import { texts } from '../texts/index.ts'
import { Bulletins } from './Bulletins.tsx'
import { ClassMark } from './ClassMark.tsx'
import { Definitions } from './Definitions.tsx'

/** Service accidents that I may see, the latest first; and the bulletins, which everybody learns from. */
export default function Accidents() {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const show = search.get('show') ?? ''
  const lanes = [
    { value: '', label: say(texts.shell.accidents) },
    { value: 'bulletins', label: say(words.bulletins) },
  ]
  return (
    <Page
      title={say(texts.shell.accidents)}
      actions={
        may('accident.report') && (
          <Button type="primary" danger onClick={() => go('/accidents/new')}>
            {say(words.report)}
          </Button>
        )
      }
    >
      <Lanes label={say(texts.shell.accidents)} name="show" chosen={show} options={lanes} />
      {show === 'bulletins' ? <Bulletins /> : <List />}
      <Definitions />
    </Page>
  )
}

function List() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const list = usePages('get /api/accidents', {})
  return (
    <Listed
      takeAlong={<Export of="get /api/exports/accidents" />}
      of={list}
      label={say(texts.shell.accidents)}
      none={say(words.none)}
      idOf={(row) => row.id}
      isLate={(row) => row.class === 'I' && row.state === 'open'}
      columns={[
        {
          title: say(words.description),
          show: (row) => <Link href={link(row.id)}>{row.description}</Link>,
        },
        { title: say(words.class), show: (row) => <ClassMark of={row.class} /> },
        { title: say(words.engineer), show: (row) => nameOf(row.engineerId) },
        { title: say(words.supervisor), show: (row) => nameOf(row.supervisorId) },
        { title: say(words.occurredAt), show: (row) => <When at={row.occurredAt} /> },
        { title: say(texts.common.state), show: (row) => <StateMark state={row.state} /> },
      ]}
    />
  )
}
