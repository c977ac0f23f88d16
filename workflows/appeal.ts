import type { Story } from '../rules/story.ts'

/** An appeal against a confirmed entry of the ledger: somebody impartial decides on it. */
export const appeal: Story = async (p) => {
  await p.keep('decide')
}
