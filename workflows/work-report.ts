import type { Story } from '../rules/story.ts'

/** A work report (P17): handed in, with what some of them ask for beside it. */
export const workReport: Story = async (p) => {
  await p.keep('deliver', 'follow')
}
