/** The steps in which a department that has only lists gets going, in the order in which one leans on the other. */
export const MORNING_STEPS = [
  'company',
  'regions',
  'people',
  'accounts',
  'customers',
  'projects',
  'equipment',
  'lines',
  'numbers',
  'duty',
  'policies',
  'openings',
  'tasks',
  'handovers',
] as const
export type MorningStep = (typeof MORNING_STEPS)[number]
