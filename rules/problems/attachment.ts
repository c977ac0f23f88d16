import type { ProblemTexts } from '../problem.ts'

export const attachmentProblems = {
  'attachment.unknown': { status: 404, zh: '没有这个附件。', en: 'There is no such attachment.' },
  'attachment.empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'attachment.notWhatItSays': {
    status: 415,
    zh: '文件内容与所称类型 {mediaType} 不符。',
    en: 'The content is not of the type it claims, {mediaType}.',
  },
  'attachment.noName': {
    status: 422,
    zh: '请在 Content-Disposition 中给出文件名（RFC 5987）。',
    en: 'Give the file name in Content-Disposition, as RFC 5987 says.',
  },
  'attachment.usedElsewhere': {
    status: 422,
    zh: '该附件属于另一事项，或由他人上传。',
    en: 'This attachment belongs to another case, or somebody else sent it.',
  },
} as const satisfies ProblemTexts
