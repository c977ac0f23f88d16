import type { Text } from '../../rules/text.ts'

/** Files of a case, and its forms on paper. */
export const caseFiles = {
  files: { zh: '附件', en: 'Files' },
  none: { zh: '暂无附件', en: 'No files yet' },
  add: { zh: '添加附件', en: 'Add files' },
  byCustomer: { zh: '客户', en: 'The customer' },
  print: { zh: '打印表单（PDF）', en: 'Forms to print (PDF)' },
} as const satisfies Record<string, Text>
