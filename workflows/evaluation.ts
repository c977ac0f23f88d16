import type { Story } from '../rules/story.ts'

/** An evaluation (P23): somebody is assessed, and the best and the worst results lead to something. */
export const evaluation: Story = async (p) => {
  await p.keep('assess')
  await p.keep('followUp')
}
