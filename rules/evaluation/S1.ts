import type { Programme } from './programme.ts'

/** The after-sales department: three methods (S1-5.3.2), once a quarter (S1-5.3.3), four grades (S1-5.3.6). */
export const evaluationS1: Programme = {
  id: 'S1',
  label: { zh: '售后部员工考核', en: 'After-sales department' },
  clause: 'S1-5.3.3',
  months: 3,
  assessor: 'afterSalesManager',
  assessorClause: 'S1-5.3.3',
  subjects: ['engineer', 'technicalSupportEngineer', 'seatEngineer', 'callTaker', 'projectEngineer'],
  gradeClause: 'S1-5.3.6',
  grades: [
    { id: 'excellent', label: { zh: '优秀', en: 'Excellent' }, leadsTo: 'merit' },
    { id: 'good', label: { zh: '良好', en: 'Good' } },
    { id: 'qualified', label: { zh: '合格', en: 'Qualified' } },
    { id: 'unqualified', label: { zh: '不合格', en: 'Unqualified' }, leadsTo: 'sanction' },
  ],
  criteria: {
    regular: [
      {
        id: 'taskCompletion',
        clause: 'S1-5.3.3',
        label: { zh: '任务完成', en: 'Task completion' },
        side: 'performance',
        indicator: 'timeliness',
      },
      {
        id: 'serviceQuality',
        clause: 'S1-5.3.5',
        label: { zh: '服务质量（以客户评价为重要依据）', en: 'Service quality, on what customers say' },
        side: 'performance',
        indicator: 'satisfaction',
      },
      { id: 'teamwork', clause: 'S1-5.3.3', label: { zh: '团队协作', en: 'Teamwork' }, side: 'attitude' },
      { id: 'attitude', clause: 'S1-5.3.1', label: { zh: '工作态度', en: 'Attitude' }, side: 'attitude' },
      { id: 'skill', clause: 'S1-5.3.1', label: { zh: '专业技能', en: 'Professional skill' }, side: 'skill' },
    ],
    irregular: [
      {
        id: 'emergencies',
        clause: 'S1-5.3.4',
        label: { zh: '突发事件处理', en: 'Handling of emergencies' },
        side: 'skill',
      },
      { id: 'efficiency', clause: 'S1-5.3.4', label: { zh: '工作效率', en: 'Efficiency' }, side: 'performance' },
    ],
    customer: [
      {
        id: 'satisfaction',
        clause: 'S1-5.3.5',
        label: { zh: '客户满意度', en: 'Customer satisfaction' },
        side: 'performance',
        indicator: 'satisfaction',
      },
      {
        id: 'complaints',
        clause: 'S1-5.3.5',
        label: { zh: '投诉处理', en: 'Complaint handling' },
        side: 'performance',
      },
    ],
  },
}
