import { serviceTaskPromises } from '../../../rules/serviceTask/labels.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { useOutbox } from '../../offline/outbox.tsx'
import { site } from '../../texts/site.ts'
import { engineerSteps } from '../steps/index.ts'
import { nextOf } from './next.ts'

/** A task and its case as they are known on this device, and what comes next with what was done here taken as done. */
export function useTask(id: string) {
  const say = useSay()
  const { deeds } = useOutbox()
  const task = useAsk('get /api/service-tasks/{id}', { params: { id } }, { keep: true })
  const of = useAsk('get /api/cases/{id}', { params: { id } }, { keep: true })
  // Read here too, so that the photos that were sent are known where there is no network.
  useAsk('get /api/cases/{id}/attachments', { params: { id } }, { keep: true })
  const queued = new Set(deeds.filter((deed) => deed.caseId === id).map(({ promise }) => promise ?? ''))
  const remote = task.data?.form.mode === 'remote'
  const extra = task.data?.parentId != null
  const next = task.data && of.data ? nextOf({ ...of.data, remote, extra, queued }) : []
  const steps = next.flatMap((promise) => engineerSteps.filter((step) => step.promise === promise))
  const what = next.map((promise) => say(serviceTaskPromises[promise])).join('、')
  const words = next.length === 0 ? say(site.allDone) : steps.length > 0 ? what : say(site.waitsForOthers, { what })
  return { task, of, steps: steps.filter((step) => step.when === undefined), words }
}
