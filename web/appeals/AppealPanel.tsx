import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Files } from '../parts/FilesField.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'

/** What an appeal is about, why, and how it ended. */
export default function AppealPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const found = useAsk('get /api/appeals/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => (
        <About
          entries={[
            [say(texts.common.person), nameOf(one.personId)],
            [
              say(words.entry),
              <Link key="entry" href={`/entries/${one.consequenceId}`}>
                {one.clause} {money(one.amountFen)}
              </Link>,
            ],
            [say(texts.common.reason), one.reason],
            [say(words.attachments), one.attachmentIds.length > 0 && <Files key="files" ids={one.attachmentIds} />],
            [say(words.filedAt), <When key="at" at={one.filedAt} />],
            [say(words.outcome), one.outcome && say(words[one.outcome])],
            [say(words.remaining), one.remainingFen === null ? null : money(one.remainingFen)],
            [say(words.explanation), one.explanation],
          ]}
        />
      )}
    </Shown>
  )
}
