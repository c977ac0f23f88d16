import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Page } from '../../parts/Page.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { words } from '../../texts/people.ts'
import { Posts } from './Posts.tsx'
import { Regions } from './Regions.tsx'
import { Branch } from './Tree.tsx'
import { rootsOf } from './tree.ts'
import '../parts/admin.css'

/** Who reports to whom, with what the rulebooks would have otherwise; and the posts as the rulebooks print them. */
export default function Organisation() {
  const say = useSay()
  const found = useAsk('get /api/organisation', {})
  return (
    <Page title={say(words.organisation)}>
      <Shown of={found}>
        {({ people }) => (
          <>
            <section className="card stack tight">
              <h2>{say(words.chart)}</h2>
              {people.length === 0 ? (
                <Empty>{say(words.noOrganisation)}</Empty>
              ) : (
                <ul className="tree">
                  {rootsOf(people).map((person) => (
                    <Branch key={person.id} of={person} all={people} />
                  ))}
                </ul>
              )}
            </section>
            <Posts people={people} />
          </>
        )}
      </Shown>
      <Regions />
    </Page>
  )
}
