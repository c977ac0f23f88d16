import { CaseView } from './CaseView.tsx'

/** A case by its own address: where notices lead. */
export default function CasePage({ id }: { id: string }) {
  return (
    <div className="card">
      <CaseView key={id} id={id} heading="h1" />
    </div>
  )
}
