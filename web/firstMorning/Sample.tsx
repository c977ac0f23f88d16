import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
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
        {({ loaded }) =>
          loaded ? (
            <>
              {load.data && <Accounts password={load.data.password} accounts={load.data.accounts} />}
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
function Accounts({
  password,
  accounts,
}: {
  password: string
  accounts: readonly { username: string; name: string }[]
}) {
  const say = useSay()
  return (
    <div role="status" className="stack tight">
      <p>
        {say(words.samplePassword)} <code>{password}</code>
      </p>
      <Rows
        label={say(words.sampleAccounts)}
        rows={accounts.map((one) => ({ ...one, id: one.username }))}
        columns={[
          { title: say(words.username), show: (row) => <code>{row.username}</code> },
          { title: say(words.name), show: (row) => row.name },
        ]}
      />
    </div>
  )
}
