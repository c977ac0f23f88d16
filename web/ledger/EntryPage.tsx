import { EntryView } from './EntryView.tsx'

/** An entry by its own address: where notices and cases lead. */
export default function EntryPage({ id }: { id: string }) {
  return (
    <div className="card">
      <EntryView id={id} heading="h1" />
    </div>
  )
}
