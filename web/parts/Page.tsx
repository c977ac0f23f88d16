import type { ReactNode } from 'react'

/** A page: its title, what can be done at once, the rest. */
export function Page({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{title}</h1>
        <div className="row">{actions}</div>
      </div>
      {children}
    </div>
  )
}
