import type { Story } from '../rules/story.ts'

/** A change of resident staff (P27), from the notice a month ahead to the confirmation form. */
export const staffChange: Story = async (p) => {
  const ahead = ['replace', 'consent', 'notice', 'leadTime'].map((promise) => p.begin(promise))
  await p.keep('apply')
  await p.keep('approve')
  const trial = p.begin('trial')
  await p.keep('start')
  await p.keep('documents', 'situationReport', 'onSiteTraining', 'handOver')
  await p.keep('confirm')
  await Promise.all([...ahead, trial])
}
