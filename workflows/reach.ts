import type { Story } from '../rules/story.ts'

/** Posted staff whom a call of ours did not reach: somebody speaks with them, or they count as out of contact. */
export const reach: Story = async (p) => {
  await p.keep('speak')
}
