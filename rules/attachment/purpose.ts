import type { Text } from '../text.ts'

/** What a file is to its case. The stamp is what a trip's expenses hang on (S2-3.2.4.3b). */
export const PURPOSES = ['photo', 'stamp', 'signature', 'document', 'fault'] as const
export type Purpose = (typeof PURPOSES)[number]

export const purposeLabels = {
  photo: { zh: '现场照片', en: 'Photo of the site' },
  stamp: { zh: '客户盖章照片', en: "Photo of the customer's stamp" },
  signature: { zh: '客户签字', en: "Customer's signature" },
  document: { zh: '文件', en: 'Document' },
  fault: { zh: '报障照片', en: 'Photo of the fault' },
} as const satisfies Record<Purpose, Text>
