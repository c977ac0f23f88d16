import Button from 'antd/es/button'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The next page of a list, where there is one. */
export function More({ of }: { of: Pages }) {
  const say = useSay()
  if (!of.hasNextPage) return null
  return (
    <Button loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
      {say(texts.common.more)}
    </Button>
  )
}
