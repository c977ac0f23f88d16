/** One of many to choose from, found by a part of what it is called or, where that is known, of how that sounds in pinyin. */
export interface Option {
  value: string
  label: string
  sounds?: string
}

/** Whether an option is what somebody types; for `showSearch` of a select. */
export const fits = (typed: string, option?: Option): boolean =>
  `${option?.label} ${option?.sounds ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase())
