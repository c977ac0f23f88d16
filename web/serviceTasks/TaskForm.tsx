import { ALWAYS_CARRIED } from '../../rules/serviceTask/form.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'

/** The responsibility form as far as it is filled in: what was found, planned, prepared, done. */
export function TaskForm({ of: { form } }: { of: Answer<'get /api/service-tasks/{id}'> }) {
  const say = useSay()
  const { tasks } = texts
  const { travel, record } = form
  const named = (tool: string) =>
    tool in ALWAYS_CARRIED ? say(ALWAYS_CARRIED[tool as keyof typeof ALWAYS_CARRIED]) : tool
  const lines = (pairs: readonly (readonly [string, string])[] | undefined) =>
    pairs?.map(([first, second]) => `${first}：${second}`).join('\n')
  return (
    <About
      entries={[
        [say(tasks.solution), form.solution],
        [say(tasks.mode), form.mode && say(form.mode === 'remote' ? tasks.remote : tasks.onSite)],
        [say(taskForms.preparedTools), form.tools?.map(named).join(say(texts.common.comma))],
        [say(taskForms.preparedDocuments), form.documents?.join(say(texts.common.comma))],
        [say(taskForms.preparedSpares), form.spares?.join(say(texts.common.comma))],
        [say(tasks.appointment), form.appointmentAt && <When key="a" at={form.appointmentAt} />],
        [
          say(taskForms.travel),
          travel &&
            say(taskForms.travelLine, { ...travel, costFen: '', from: travel.departOn, to: travel.returnOn }) +
              (travel.costFen ? ` · ${money(travel.costFen)}` : ''),
        ],
        [say(tasks.estimate), form.estimateAt && <When key="e" at={form.estimateAt} />],
        [say(tasks.work), record?.work],
        [say(tasks.resolution), record?.resolution],
        [say(taskForms.materials), lines(record?.materials?.map(({ item, quantity }) => [item, quantity]))],
        [say(taskForms.market), lines(form.market?.map(({ item, content }) => [item, content]))],
        [say(tasks.returnPlan), form.returnPlan],
      ]}
    />
  )
}
