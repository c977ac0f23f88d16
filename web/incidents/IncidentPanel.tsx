import { incidentFlagLabels } from '../../rules/incident/incident.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { Phones } from './Phones.tsx'
import { Report } from './Report.tsx'

/** What an incident is about, whom to phone, and how the hour of its report runs. */
export default function IncidentPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const file = useAsk('get /api/incidents/{id}', { params: { id } })
  const { incidents } = texts
  return (
    <Shown of={file}>
      {(one) => (
        <>
          <About
            entries={[
              [say(incidents.title), one.title],
              [say(incidents.description), one.description],
              [
                say(incidents.flags),
                one.flags.map((flag) => say(incidentFlagLabels[flag])).join(say(texts.common.comma)),
              ],
              [say(incidents.knownAt), <When key="at" at={one.knownAt} />],
              [say(incidents.knower), nameOf(one.knowerId)],
            ]}
          />
          <Phones of={one} />
          <Report of={one} />
        </>
      )}
    </Shown>
  )
}
