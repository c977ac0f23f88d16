import Button from 'antd/es/button'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { useServerNow } from '../../client/clock.ts'
import { useNames } from '../../parts/names.tsx'
import { Export } from '../../parts/Export.tsx'
import { Page } from '../../parts/Page.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { instantOf } from '../../parts/time.ts'
import { useMay } from '../../shell/session.tsx'
import { texts } from '../../texts/index.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { useSubjects } from '../bindings/useSubjects.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { Panel } from '../parts/FormDrawer.tsx'
import { Period } from '../parts/Period.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { Holders } from './Holders.tsx'
import { PostForm } from './PostForm.tsx'

/** Posts at customers' sites: set up by what the customer needs, each with its duties and permissions. */
export default function ResidentPosts() {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const [open, setOpen] = useOpen()
  const { projectId } = useFilters('projectId')
  const found = useAsk('get /api/resident-posts', { query: { projectId } })
  const subjects = useSubjects()
  const chosen = found.data?.items.find((post) => post.id === open)
  const close = () => setOpen(null)
  const isNow = ({ fromAt, toAt }: { fromAt: string; toAt: string | null }) =>
    instantOf(fromAt) <= now && (toAt === null || instantOf(toAt) > now)
  return (
    <Page
      title={say(words.posts)}
      actions={
        <>
          <Export of="get /api/exports/resident-posts" query={{ projectId }} />
          {may('residentPost.edit') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.newPost)}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">{say(words.postsHelp)}</p>
      <FilterBar filters={[{ name: 'projectId', label: say(words.project), options: subjects.projects }]} />
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noPosts)}</Empty>
          ) : (
            <Rows
              label={say(words.posts)}
              rows={items}
              columns={[
                {
                  title: say(words.title),
                  show: (post) => (
                    <Button type="link" onClick={() => setOpen(post.id)}>
                      {post.title}
                    </Button>
                  ),
                },
                { title: say(words.project), show: (post) => subjects.nameOf('project', post.projectId) },
                { title: say(words.need), show: (post) => post.need },
                { title: say(words.duties), show: (post) => post.duties.join(say(texts.common.semicolon)) },
                {
                  title: say(words.permissions),
                  show: (post) => post.permissions.join(say(texts.common.semicolon)) || '—',
                },
                {
                  title: say(words.holders),
                  show: (post) =>
                    `${post.holders
                      .filter(isNow)
                      .map((one) => nameOf(one.personId))
                      .join(say(texts.common.comma))} (${post.holders.filter(isNow).length}/${post.places})`,
                },
                { title: say(admin.from), show: (post) => <Period fromAt={post.fromAt} toAt={post.toAt} /> },
              ]}
            />
          )
        }
      </Shown>
      {open === 'new' && (
        <Panel title={say(words.newPost)} close={close}>
          <PostForm projects={subjects.projects} saved={(post) => setOpen(post.id)} />
        </Panel>
      )}
      {chosen && (
        <Panel key={chosen.id} title={chosen.title} close={close}>
          <PostForm of={chosen} projects={subjects.projects} />
          <Holders of={chosen} />
        </Panel>
      )}
    </Page>
  )
}
