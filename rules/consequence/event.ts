const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The ids in an entry's key: facts, cases, people. */
export const idsIn = (key: string): string[] => key.match(ID) ?? []

/**
 * What an entry is about, by its key: each fact by its first record, and without the time. Equal for the same event under
 * the same clause, whatever was corrected of it since.
 */
export const eventOf = (key: string, originOf: (id: string) => string): string =>
  key.replace(ID, originOf).replace(/:\d+$/, '')
