import type { Story } from '../rules/story.ts'

/** A rulebook on its way (P35): drafted, reviewed, approved by its signatures, published, publicised and acknowledged. */
export const rulebook: Story = async (p) => {
  await p.keep('draft')
  await p.keep('review')
  await p.keep('approve')
  await p.keep('publish')
  await p.keep('publicise', 'acknowledge')
}
