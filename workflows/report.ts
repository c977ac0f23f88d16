import type { Story } from '../rules/story.ts'

/** A periodic report (P17): a case is opened for one report of one period, and owes that one alone. */
export const report: Story = async (p) => {
  await p.keep('engineerWeekly', 'supervisorWeekly', 'departmentWeekly', 'monthlyReport')
}
