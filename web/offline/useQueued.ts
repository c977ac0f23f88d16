import { useState } from 'react'
import type { Deed } from '../cases/StepForm.tsx'
import type { Step } from '../cases/step.ts'
import { useSay } from '../language.tsx'
import { site } from '../texts/site.ts'
import { useOutbox, type NewDeed } from './outbox.tsx'

/** A step that is kept on the device first and sent from there, so that it is done with a network or without. */
export function useQueued(step: Step, caseId: string, about: string): Deed {
  const say = useSay()
  const { add } = useOutbox()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { promise, title, operation } = step
  return {
    isPending,
    error,
    mutate(given: NewDeed['given'], { onSuccess }: { onSuccess: () => void }) {
      setPending(true)
      add({ caseId, promise, title, about, operation, given })
        .then(onSuccess, () => setError(new Error(say(site.notKept))))
        .finally(() => setPending(false))
    },
  }
}
