import { groundLabels, type Ground } from '../../rules/accident/grounds.ts'
import { roles } from '../../rules/roles.ts'
import type { Text } from '../../rules/text.ts'

/** Service accidents. */
export const words = {
  none: { zh: '没有服务事故', en: 'No service accidents' },
  report: { zh: '记录服务事故', en: 'Record an accident' },
  class: { zh: '等级', en: 'Class' },
  classI: { zh: 'I 类', en: 'Class I' },
  classII: { zh: 'II 类', en: 'Class II' },
  noClass: { zh: '未定级', en: 'No class' },
  definitions: { zh: '两类事故的定义', en: 'The two definitions' },
  byDefinition: {
    zh: '等级由成立的事由按定义得出，不由人选择；一事一案，投诉升级只记一次。',
    en: 'The class follows from the grounds that stand, by definition; one fact is one accident, however far it climbs.',
  },
  engineer: { zh: '当事工程师', en: 'Engineer' },
  supervisor: { zh: '当时的主管', en: 'Supervisor then' },
  occurredAt: { zh: '发生时间', en: 'When it happened' },
  description: { zh: '经过', en: 'What happened' },
  separate: { zh: '与近期已记录的事故', en: 'Beside an accident on record from about that time' },
  anotherFact: { zh: '确为另一事实', en: 'It is another fact' },
  grounds: { zh: '事由与定级', en: 'Grounds and class' },
  ground: { zh: '事由', en: 'Ground' },
  source: { zh: '从何得知', en: 'Learnt from' },
  groundAt: { zh: '事由发生时间', en: 'When that happened' },
  recordedBy: { zh: '{who} 记录', en: 'Recorded by {who}' },
  dropped: { zh: '认定不成立', en: 'Found untrue' },
  addGround: { zh: '补记事由（投诉升级）', en: 'Add a ground (it climbed)' },
  dropGround: { zh: '认定事由不成立', en: 'Find a ground untrue' },
  mobilise: { zh: '已调动资源', en: 'Resources were mobilised' },
  mobiliseNote: { zh: '调动了谁、什么', en: 'Who and what' },
  attempt: { zh: '已组织人员解决', en: 'People tried to solve it' },
  attemptNote: { zh: '如何处理', en: 'What was done' },
  solved: { zh: '是否解决', en: 'Solved?' },
  fallback: { zh: '另外的解决方案', en: 'Propose another solution' },
  resolve: { zh: '已按另外的方案解决', en: 'Resolved by the other solution' },
  solution: { zh: '方案', en: 'Solution' },
  reflect: { zh: '写事故反思', en: 'Write the reflection' },
  reflection: { zh: '反思', en: 'Reflection' },
  review: { zh: '与工程师共同总结', en: 'Joint review with the engineer' },
  conclusion: { zh: '总结', en: 'Conclusion' },
  bulletin: { zh: '发事故通报', en: 'Send the bulletin' },
  bulletinTitle: { zh: '通报标题', en: 'Title' },
  bulletinBody: { zh: '通报内容（发给全体服务人员）', en: 'Text (goes to all service staff)' },
  lateBulletin: { zh: '认定通报不及时', en: 'Find the bulletin late' },
  lateBulletinHint: {
    zh: '制度未写通报期限时由总经理认定，按 S0-A-7.S1c 计当时的主管。',
    en: 'While the rulebook leaves its time blank, the general manager says so; the supervisor of that time pays by S0-A-7.S1c.',
  },
  bulletins: { zh: '事故通报', en: 'Bulletins' },
  noBulletins: { zh: '没有事故通报', en: 'No bulletins' },
  steps: { zh: '处置记录', en: 'What was done' },
  correctTime: { zh: '更正发生时间', en: 'Correct when it happened' },
} as const satisfies Record<string, Text>

/** Steps of an accident as they were recorded. */
export const stepWords: Readonly<Record<string, Text>> = {
  mobilised: words.mobilise,
  attempted: words.attempt,
  fallbackProposed: words.fallback,
  resolved: words.resolve,
  reflected: words.reflection,
  reviewed: words.review,
  bulletinSent: words.bulletins,
}

const manners = {
  wrongOperation: { zh: '误操作', en: 'wrong operation' },
  outOfProcedure: { zh: '违反操作规程', en: 'operation out of procedure' },
} as const satisfies Record<string, Text>

/** A ground in words: what, and how far it went. */
export function groundText(ground: Ground): Text {
  const { zh, en } = groundLabels[ground.kind]
  if (ground.kind === 'lateReport') return { zh, en }
  const more = ground.kind === 'complaint' ? roles[ground.level] : manners[ground.manner]
  return ground.kind === 'complaint'
    ? { zh: `${zh}至${more.zh}`, en: `${en} reached the ${more.en}` }
    : { zh: `${zh}：${more.zh}`, en: `${en}: ${more.en}` }
}
