import type { ProblemTexts } from '../problem.ts'

/** The published years of the working calendar. */
export const calendarProblems = {
  'calendar.yearInvalid': {
    status: 422,
    zh: '该年度日历有误：{problems}。',
    en: 'The year cannot be used: {problems}.',
  },
  'calendar.versionTaken': {
    status: 409,
    zh: '{year} 年的版本“{version}”已存在且日期不同，请换一个版本号。',
    en: 'Version "{version}" of {year} exists with other days; give this one a new version.',
  },
} as const satisfies ProblemTexts
