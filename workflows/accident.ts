import type { Story } from '../rules/story.ts'

/** A service accident (P14): resources at once, solved or solved otherwise, then reflected on, reviewed, made known. */
export const accident: Story = async (p) => {
  const mobilised = p.begin('mobilise')
  await p.keep('solve')
  await p.keep('fallback')
  await p.keep('resolve')
  await p.keep('reflect', 'review', 'bulletin')
  await mobilised
}
