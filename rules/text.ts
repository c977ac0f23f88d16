/** A text for people, in both languages. Chinese comes first; a missing one does not compile. */
export interface Text {
  zh: string
  en: string
}

export type Language = keyof Text
