import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/evaluation.ts'
import type { Evaluation } from './EvaluationPanel.tsx'

/** What an evaluation looks at, by what the records come to, its target, and how it was scored. */
export function Criteria({ of }: { of: Evaluation }) {
  const say = useSay()
  const targeted = of.criteria.some(({ meetsTarget }) => meetsTarget !== null)
  return (
    <>
      <div className="row to-end">
        <Export of="get /api/exports/evaluation-criteria/{id}" params={{ id: of.id }} />
      </div>
      <Rows
        label={say(words.criterion)}
        rows={of.criteria}
        columns={[
          {
            title: say(words.criterion),
            show: (row) => (
              <>
                {say(row.label)} <span className="soft small">{row.clause}</span>
              </>
            ),
          },
          { title: say(words.weight), show: (row) => row.weight },
          { title: say(words.suggested), show: (row) => row.suggested ?? say(words.nothingCounted) },
          ...(targeted
            ? [
                {
                  title: say(words.target),
                  show: ({ meetsTarget }: Evaluation['criteria'][number]) =>
                    say(meetsTarget === null ? words.noTarget : meetsTarget ? words.met : words.missed),
                },
              ]
            : []),
          ...(of.assessedAt
            ? [
                { title: say(words.score), show: (row: Evaluation['criteria'][number]) => row.score },
                { title: say(words.remark), show: (row: Evaluation['criteria'][number]) => row.remark },
              ]
            : []),
        ]}
      />
    </>
  )
}
