import type { ProblemTexts } from '../problem.ts'

export const consequenceProblems = {
  'consequence.unknown': { status: 404, zh: '台账中没有这笔记录。', en: 'There is no such entry in the ledger.' },
  'consequence.notYours': {
    status: 403,
    zh: '只能就本人的记录说明原因。',
    en: "A cause can be given for one's own entries only.",
  },
  'consequence.settled': {
    status: 409,
    zh: '这笔记录已有结论，以先作出者为准。',
    en: 'This entry is decided already; whoever was first stands.',
  },
  'consequence.concerned': {
    status: 403,
    zh: '当事人、作出处罚者和受其结果牵连的人不能裁定。',
    en: 'Neither the person concerned, nor who imposed it, nor one whose own penalty hangs on it may decide.',
  },
  'consequence.noForceMajeure': {
    status: 422,
    zh: '该条款没有不可抗力的规定；可说明其他原因，或在确认后申诉。',
    en: 'This clause knows no force majeure; give another cause, or appeal once it is confirmed.',
  },
  'consequence.noCause': { status: 409, zh: '本人尚未说明原因。', en: 'The person has not given a cause.' },
  'consequence.ownCause': {
    status: 422,
    zh: '本人承认是自身原因，不能免责。',
    en: 'The person named a cause of their own, which excuses nothing.',
  },
  'consequence.seenAlready': {
    status: 409,
    zh: '本人已知悉这笔记录。',
    en: 'The person knows of this entry already.',
  },
  'consequence.handedBefore': {
    status: 422,
    zh: '送达时间不能早于记录的产生时间。',
    en: 'It cannot have been handed over before it was made.',
  },
} as const satisfies ProblemTexts
