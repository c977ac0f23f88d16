import type { Story } from '../rules/story.ts'

/** A measure (P23): a reward or a disciplinary measure is proposed, somebody else decides, and it is carried out. */
export const measure: Story = async (p) => {
  await p.keep('decide')
  await p.keep('carryOut')
}
