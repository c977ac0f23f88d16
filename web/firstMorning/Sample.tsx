import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { roles, type Role } from '../../rules/roles.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Shown } from '../parts/Shown.tsx'
import { words } from '../texts/firstMorning.ts'

/** A department to look around in: loaded by one button, thrown away by another. Its password is shown once, here. */
export function Sample() {
  const say = useSay()
  const sample = useAsk('get /api/sample', {})
  const load = useDo('post /api/sample')
  const remove = useDo('delete /api/sample')
  return (
    <section aria-labelledby="sample" className="card stack tight">
      <h2 id="sample">{say(words.sample)}</h2>
      <p>{say(words.sampleAbout)}</p>
      <Refused error={load.error ?? remove.error} />
      <Shown of={sample}>
        {({ loaded, accounts }) =>
          loaded ? (
            <>
              {load.data && (
                <p role="status">
                  {say(words.samplePassword)} <code>{load.data.password}</code>
                </p>
              )}
              <Accounts of={accounts} />
              <div>
                <Popconfirm
                  title={say(words.sampleSure)}
                  okText={say(words.sampleRemove)}
                  onConfirm={() => remove.mutate({}, { onSuccess: () => load.reset() })}
                >
                  <Button danger loading={remove.isPending}>
                    {say(words.sampleRemove)}
                  </Button>
                </Popconfirm>
              </div>
            </>
          ) : (
            <div>
              <Button loading={load.isPending} onClick={() => load.mutate({ body: { confirmed: true } })}>
                {say(words.sampleLoad)}
              </Button>
            </div>
          )
        }
      </Shown>
    </section>
  )
}

/** Who can sign in to look around. */
function Accounts({ of }: { of: readonly { username: string; name: string; role: Role }[] }) {
  const say = useSay()
  return (
    <div className="stack tight">
      <div className="row to-end">
        <Export of="get /api/exports/sample-accounts" />
      </div>
      <Rows
        label={say(words.sampleAccounts)}
        rows={of.map((one) => ({ ...one, id: one.username }))}
        columns={[
          { title: say(words.username), show: (row) => <code>{row.username}</code> },
          { title: say(words.name), show: (row) => row.name },
          { title: say(words.role), show: (row) => say(roles[row.role]) },
        ]}
      />
    </div>
  )
}
