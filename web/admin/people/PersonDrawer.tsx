import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/people.ts'
import { Panel } from '../parts/FormDrawer.tsx'
import { Misfits } from '../parts/Misfits.tsx'
import { Account } from './Account.tsx'
import { PersonForm } from './PersonForm.tsx'
import { RolesOf } from './RolesOf.tsx'

/** One person: the register's entry, the roles with their dates, the sign-in. `id` null: somebody new. */
export function PersonDrawer({ id, close, go }: { id: string | null; close: () => void; go: (id: string) => void }) {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/people/{id}', { params: { id: id ?? '' } }, { enabled: id !== null })
  if (id === null)
    return (
      <Panel title={say(words.newPerson)} close={close}>
        <PersonForm saved={(person) => go(person.id)} />
      </Panel>
    )
  return (
    <Panel title={found.data?.name ?? say(words.people)} close={close}>
      <Shown of={found}>
        {(person) => (
          <>
            <Misfits of={person.misfits} />
            <PersonForm of={person} />
            <RolesOf of={person} />
            {may('account.create') && <Account personId={person.id} code={person.code} />}
          </>
        )}
      </Shown>
    </Panel>
  )
}
