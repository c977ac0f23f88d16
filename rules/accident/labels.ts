import type { Text } from '../text.ts'

/** What people call the promises of an accident. */
export const accidentPromises: Record<string, Text> = {
  mobilise: { zh: '立即调动资源（含研发）', en: 'Mobilise resources, R&D included' },
  solve: { zh: '组织人员解决', en: 'Organise people to solve it' },
  fallback: { zh: '提出另外的解决方案', en: 'Propose another solution' },
  resolve: { zh: '按另外的方案解决', en: 'Resolve it by the other solution' },
  reflect: { zh: '写事故反思', en: 'Write the reflection' },
  review: { zh: '与工程师共同总结', en: 'Review it with the engineer' },
  bulletin: { zh: '向服务人员发事故通报', en: 'Send the bulletin to service staff' },
}
