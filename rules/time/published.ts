import type { CalendarYear } from './calendar.ts'
import years from './years.json' with { type: 'json' }

/** China's published years as they came with this release (scripts/import-years.ts); Postgres may know later ones. */
export const publishedYears: readonly CalendarYear[] = years
