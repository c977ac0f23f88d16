import type { Story } from '../rules/story.ts'

/** A statement that somebody has to write: handed in, and accepted or sent back. */
export const statement: Story = async (p) => {
  await p.keep('submit')
  await p.keep('accept')
}
