import { Link } from 'wouter'
import { versionKindLabels } from '../../rules/rulebook/labels.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useAsk, usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { useNames } from '../parts/names.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'

/** Drafts, the newest first: of one rulebook, or of all. */
export function DraftList({ rulebookId, open }: { rulebookId?: string; open?: boolean }) {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const titleOf = useTitles()
  const query = { ...(rulebookId && { rulebookId }), ...(open && { open: 'true' }) }
  const list = usePages('get /api/rulebook-drafts', query)
  return (
    <Listed
      takeAlong={<Export of="get /api/exports/drafts" query={query} />}
      of={list}
      label={say(words.drafts)}
      none={say(words.noDrafts)}
      idOf={(row) => row.caseId}
      columns={[
        { title: say(words.rulebook), show: (row) => <Link href={link(row.caseId)}>{titleOf(row.rulebookId)}</Link> },
        {
          title: say(words.kind),
          show: ({ kind }) => say(versionKindLabels[kind]!),
        },
        { title: say(words.note), show: (row) => row.note },
        { title: say(words.author), show: (row) => nameOf(row.authorId) },
        { title: say(texts.common.happenedAt), show: (row) => <When at={row.startedAt} /> },
        {
          title: say(texts.common.state),
          show: (row) =>
            row.version === null ? (
              <StateMark state={row.state} />
            ) : (
              <Link href={`/rulebook/${row.rulebookId}/versions/${row.version}`}>
                {say(words.version, { n: row.version })}
              </Link>
            ),
        },
      ]}
    />
  )
}

/** What rulebooks are called, by their ids. */
export function useTitles(): (id: string) => string {
  const say = useSay()
  const books = useAsk('get /api/rulebooks', {})
  return (id) => {
    const title = books.data?.items.find((one) => one.id === id)?.title
    return title ? say(title) : id
  }
}
