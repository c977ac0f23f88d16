import type { Grade, Programme } from './programme.ts'

/** What rulebooks without grades call their people, in the house's own order; what follows is theirs. */
export const PLAIN_GRADES: [Grade, ...Grade[]] = [
  { id: 'outstanding', label: { zh: '突出', en: 'Outstanding' }, leadsTo: 'merit' },
  { id: 'ordinary', label: { zh: '正常', en: 'Ordinary' } },
  { id: 'poor', label: { zh: '不佳', en: 'Poor' }, leadsTo: 'sanction' },
]

/** The technical service department: five criteria (S3-5.2), weights and interval blank. */
export const evaluationS3: Programme = {
  id: 'S3',
  label: { zh: '技术服务部成员评估', en: 'Technical service department' },
  clause: 'S3-3.1(6)',
  months: null,
  assessor: 'serviceDirector',
  assessorClause: 'S3-5.2',
  subjects: ['engineer', 'technicalSupportEngineer', 'seatEngineer', 'provincialSupervisor'],
  gradeClause: null,
  weightClause: 'S3-5.2',
  grades: PLAIN_GRADES,
  criteria: {
    regular: [
      {
        id: 'tasks',
        clause: 'S3-5.2(1)',
        label: { zh: '任务完成情况', en: 'Tasks on time, targets met' },
        indicator: 'timeliness',
      },
      {
        id: 'quality',
        clause: 'S3-5.2(2)',
        label: { zh: '服务质量', en: 'Quality of support and solutions' },
        indicator: 'satisfaction',
      },
      { id: 'teamwork', clause: 'S3-5.2(3)', label: { zh: '团队合作', en: 'Cooperation' } },
      { id: 'learning', clause: 'S3-5.2(4)', label: { zh: '学习能力', en: 'Learning' } },
      { id: 'attitude', clause: 'S3-5.2(5)', label: { zh: '工作态度', en: 'Attitude' } },
    ],
  },
}
