/** What browsers, and the pages' own loader, say where a part of the pages can't be had: no network, or renewed since. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed|preload CSS/i.test(error.message)
