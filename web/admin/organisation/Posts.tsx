import { departments } from '../../../rules/organisation/departments.ts'
import { posts, type Post } from '../../../rules/organisation/posts.ts'
import { roles, type Role } from '../../../rules/roles.ts'
import { useSay } from '../../language.tsx'
import { Clause } from '../../parts/Clause.tsx'
import { Export } from '../../parts/Export.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/people.ts'
import type { Placed } from './tree.ts'

/** The part of the organisation that lists the post; one that none lists stands by its description alone. */
const departmentOf = ({ chart, role }: Post) => departments[chart].find((one) => one.posts.includes(role))

/** Every post as its rulebook prints it, where the prints contradict each other, and who holds it. */
export function Posts({ people }: { people: readonly Placed[] }) {
  const say = useSay()
  const named = (ids: readonly Role[]) => ids.map((id) => say(roles[id])).join(' / ') || '—'
  const holders = (role: Role) =>
    people
      .filter((one) => one.roles.some((held) => held.role === role))
      .map(({ name }) => name)
      .join(say(texts.common.comma))
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{say(words.posts)}</h2>
        <Export of="get /api/exports/organisation" />
      </div>
      <Rows
        label={say(words.posts)}
        rows={posts.map((post) => ({ ...post, id: `${post.chart}.${post.role}` }))}
        columns={[
          {
            title: say(words.post),
            show: (post) => (
              <>
                <div>{say(roles[post.role])}</div>
                {post.remark && <div className="small soft">{say(post.remark)}</div>}
              </>
            ),
          },
          {
            title: say(words.department),
            show: (post) => {
              const department = departmentOf(post)
              return department ? say(department.title) : '—'
            },
          },
          { title: say(words.superior), show: (post) => named(post.superiors) },
          { title: say(words.subordinates), show: (post) => named(post.subordinates) },
          {
            title: say(words.holders),
            show: (post) => holders(post.role) || <span className="mark">{say(words.vacant)}</span>,
          },
          { title: say(words.clause), show: (post) => <Clause id={post.clause} title={null} /> },
        ]}
      />
    </section>
  )
}
