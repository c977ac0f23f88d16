import type { Story } from '../rules/story.ts'

/** A product quality incident (P11): told by phone at once, reported in writing within the hour, tracked to its end. */
export const incident: Story = async (p) => {
  await p.keep('phone', 'massFault', 'report', 'track')
}
