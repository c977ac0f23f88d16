import type { Story } from '../rules/story.ts'

/** A month's assessment sheet (P15): issued, signed by the general manager or sent back, carried out by finance. */
export const assessment: Story = async (p) => {
  await p.keep('issue')
  await p.keep('sign')
  await p.keep('acknowledge')
}
