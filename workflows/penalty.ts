import type { Story } from '../rules/story.ts'

/** A consequence "by the case": somebody who leads proposes it, somebody else decides. */
export const penalty: Story = async (p) => {
  await p.keep('decide')
}
