import type { Story } from '../rules/story.ts'

/** A half-year's bonus (P16): proposed from the sheets, approved by the general manager or sent back. */
export const bonus: Story = async (p) => {
  await p.keep('propose')
  await p.keep('decide')
}
