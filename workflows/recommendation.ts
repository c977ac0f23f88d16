import type { Story } from '../rules/story.ts'

/** A pay downgrade or a dismissal: the general manager decides, and nobody else. */
export const recommendation: Story = async (p) => {
  await p.keep('decide')
}
