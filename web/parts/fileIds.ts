/** What a field of files holds: those that were sent, with their names. */
export interface SentFile {
  id: string
  name: string
}
export const sentIn = (value: string | undefined) => JSON.parse(value || '[]') as SentFile[]

/** The ids of what a field of files holds. */
export const fileIds = (value: string | undefined) => sentIn(value).map(({ id }) => id)
