import type { ProblemTexts } from '../problem.ts'

export const assessmentProblems = {
  'assessment.unknown': { status: 404, zh: '没有这份考核表。', en: 'There is no such assessment sheet.' },
  'assessment.notIssuer': {
    status: 403,
    zh: '这份考核表由{issuer}出具。',
    en: 'This sheet is issued by the {issuer}.',
  },
  'assessment.ownSheet': {
    status: 403,
    zh: '本人列入的考核表不能由本人出具或签字。',
    en: 'Nobody issues or signs a sheet that they stand on.',
  },
  'assessment.earlierFirst': {
    status: 409,
    zh: '请先出具 {month} 的考核表。',
    en: 'The sheet of {month} comes first.',
  },
  'assessment.notSigned': {
    status: 409,
    zh: '考核表尚未经总经理签字，没有可供执行的文件。',
    en: 'The general manager has not signed the sheet, so there is no file to carry out.',
  },
  'assessment.wrongChecksum': {
    status: 409,
    zh: '校验值与签字后的工资文件不符，请重新下载核对。',
    en: 'The checksum is not that of the signed payroll file: fetch it again and compare.',
  },
} as const satisfies ProblemTexts
