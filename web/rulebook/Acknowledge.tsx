import Button from 'antd/es/button'
import { Link } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Refused } from '../parts/Refused.tsx'
import { words } from '../texts/rulebooks.ts'

/** I have read the version in force; nothing where it doesn't bind me. Then the next that waits. */
export function Acknowledge({ id }: { id: string }) {
  const say = useSay()
  const books = useAsk('get /api/rulebooks', {})
  const one = books.data?.items.find((book) => book.id === id)
  if (!one || one.version === null) return null
  const next = books.data?.items.find((book) => book.waiting)
  if (one.acknowledgedAt)
    return (
      <>
        <span className="mark good">{say(words.acknowledged)}</span>
        {next && (
          <Link href={`/rulebook/${next.id}?show=clauses`}>{say(words.nextToRead, { title: say(next.title) })} →</Link>
        )}
      </>
    )
  if (!one.bound) return null
  return <AcknowledgeVersion id={id} version={one.version} />
}

/** I have read this version, in force already or not. */
export function AcknowledgeVersion({ id, version }: { id: string; version: number }) {
  const say = useSay()
  const deed = useDo('post /api/rulebooks/{id}/versions/{version}/acknowledgements')
  return (
    <>
      <Button
        type="primary"
        loading={deed.isPending}
        onClick={() => deed.mutate({ params: { id, version }, body: {} })}
      >
        {say(words.acknowledge, { n: version })}
      </Button>
      <Refused error={deed.error} />
    </>
  )
}
