import { useEffect, useState } from 'react'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

/** After this long, waiting says that it is longer than usual. */
const SLOW_MS = 4_000

/** Something is being fetched; it says so, and after a while that it is slow. */
export function Waiting({ page = false }: { page?: boolean }) {
  const say = useSay()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={page ? 'wait page' : 'wait'} role="status">
      <span className="turn" aria-hidden />
      {say(slow ? texts.common.slow : texts.common.loading)}
    </div>
  )
}
