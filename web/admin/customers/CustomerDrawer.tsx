import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { words } from '../../texts/customers.ts'
import { Panel } from '../parts/FormDrawer.tsx'
import { Contacts } from './Contacts.tsx'
import { Projects } from './Projects.tsx'
import { CustomerForm } from './CustomerForm.tsx'

/** One customer: what the register says, the people there, the projects. `id` null: a new one. */
export function CustomerDrawer({ id, close, go }: { id: string | null; close: () => void; go: (id: string) => void }) {
  const say = useSay()
  const found = useAsk('get /api/customers/{id}', { params: { id: id ?? '' } }, { enabled: id !== null })
  return (
    <Panel title={id === null ? say(words.newCustomer) : (found.data?.name ?? say(words.customer))} close={close}>
      {id === null ? (
        <CustomerForm saved={go} />
      ) : (
        <Shown of={found}>
          {(customer) => (
            <>
              <CustomerForm of={customer} />
              <Contacts of={customer} />
              <Projects of={customer} />
            </>
          )}
        </Shown>
      )}
    </Panel>
  )
}
