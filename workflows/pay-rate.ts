import type { Story } from '../rules/story.ts'

/** A travel allowance for a special region (P16): the general manager approves or declines it. */
export const payRate: Story = async (p) => {
  await p.keep('decide')
}
