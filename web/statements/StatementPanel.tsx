import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Files } from '../parts/FilesField.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'

/** A statement that a clause requires: of whom, for what, what it says, whether it was accepted. */
export default function StatementPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const found = useAsk('get /api/statements/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => (
        <About
          entries={[
            [say(words.author), nameOf(one.personId)],
            [say(words.reader), nameOf(one.readerId)],
            [
              say(words.entry),
              <Link key="entry" href={`/entries/${one.consequenceId}`}>
                {one.clause}
              </Link>,
            ],
            [say(words.requiredAt), <When key="required" at={one.requiredAt} />],
            [say(words.text), one.text],
            [say(words.files), one.attachmentIds.length > 0 && <Files key="files" ids={one.attachmentIds} />],
            [say(words.submittedAt), one.submittedAt && <When key="submitted" at={one.submittedAt} />],
            [say(words.acceptedAt), one.acceptedAt && <When key="accepted" at={one.acceptedAt} />],
            [say(texts.common.note), one.note],
          ]}
        />
      )}
    </Shown>
  )
}
