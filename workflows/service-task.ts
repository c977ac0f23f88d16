import type { Story } from '../rules/story.ts'

/** A service task by project responsibility form (P01), from the notice to the ledger of the sales back office. */
export const serviceTask: Story = async (p) => {
  await p.keep('sign')
  await p.keep('assign')
  await p.keep('accept')
  await p.keep('decideDecline')
  await p.keep('clarify')
  await p.keep('confirmSite')
  await p.keep('solve', 'prepare')
  await p.keep('appoint')
  await p.keep('plan')
  await p.keep('approvePlan')
  const complete = p.begin('complete')
  await p.keep('depart')
  await p.keep('arrive')
  await p.keep('callOnArrival')
  await Promise.all([complete, p.begin('record')])
  await p.keep('rate')
  const signature = p.begin('decideSignature')
  await p.keep('planReturn')
  await p.keep('agreeReturn')
  await p.keep('return')
  await signature
  await p.keep('approveExtra', 'confirm')
  await p.keep('register')
}
