import type { Story } from '../rules/story.ts'

/** An incoming call (P02), from the ring nobody heard to the engineer's result. */
export const call: Story = async (p) => {
  const [returned] = await p.keep('return')
  if (returned === 'elsewhere' || returned === 'released') return
  await p.keep('record')
  const established = p.begin('establish')
  await p.keep('assign')
  const rest = ['inform', 'workOrder', 'track'].map((promise) => p.begin(promise))
  await p.keep('contact')
  await Promise.all([established, ...rest])
}
