import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'

/** Something a rulebook lets follow from good or bad work: a reward, or a disciplinary measure. */
export interface Measure {
  id: string
  /** The programme whose rulebook knows it. */
  programme: string
  clause: string
  label: Text
  side: 'merit' | 'sanction'
  /** Its place on the ladder of S3-7.2, counted from 0. */
  rung?: number
  /** The parameter that limits its amount, where money comes with it. */
  money?: string
  /** Who decides. What changes somebody's pay, post or contract is the general manager's; until then a recommendation. */
  by: 'centreGm' | 'companyGm'
  /** Whether somebody has to do something once it is approved. */
  todo: boolean
  /** Training follows from any result (S3-5.3). */
  training?: boolean
}

type Line = readonly [id: string, clause: string, zh: string, en: string, more?: Partial<Measure>]

const [gm, todo]: Partial<Measure>[] = [{ by: 'companyGm', todo: true }, { todo: true }]

function measuresOf(programme: string, side: Measure['side'], lines: readonly Line[]): Measure[] {
  return lines.map(([id, clause, zh, en, more]) => ({
    id: `${programme}.${id}`,
    programme,
    clause,
    label: { zh, en },
    side,
    by: 'centreGm',
    todo: false,
    ...more,
  }))
}

/** Every measure of the rulebooks that names one; amounts and triggers are blank in all of them. */
export const measures: readonly Measure[] = [
  ...measuresOf('S1', 'merit', [
    ['commendation', 'S1-5.3.7', '表彰', 'Commendation'],
    ['reward', 'S1-5.3.7', '奖励', 'Reward', { money: 'measure.S1.reward' }],
  ]),
  ...measuresOf('S1', 'sanction', [
    ['talk', 'S1-5.3.8', '诫勉谈话', 'Admonishing talk', todo],
    ['reExam', 'S1-5.3.8', '培训补考', 'Retraining with re-examination', todo],
    ['postChange', 'S1-5.3.8', '调岗', 'Change of post', gm],
  ]),
  ...measuresOf('S3', 'merit', [
    ['commendation', 'S3-7.1', '表彰', 'Commendation'],
    ['reward', 'S3-7.1', '奖励', 'Reward', { money: 'measure.S3.reward' }],
    ['promotion', 'S3-5.3', '晋升', 'Promotion', gm],
    ['payRise', 'S3-5.3', '加薪', 'Pay rise', gm],
    ['training', 'S3-5.3', '安排培训', 'Training', { training: true, ...todo }],
  ]),
  ...measuresOf('S3', 'sanction', [
    ['oralWarning', 'S3-7.2', '口头警告', 'Oral warning', { rung: 0 }],
    ['writtenWarning', 'S3-7.2', '书面警告', 'Written warning', { rung: 1 }],
    ['demotion', 'S3-7.2', '降级', 'Demotion', { rung: 2, ...gm }],
    ['termination', 'S3-7.2', '终止合同', 'Termination of contract', { rung: 3, ...gm }],
  ]),
  ...measuresOf('S4-C', 'merit', [
    ['bonus', 'S4-C-5.1', '奖金', 'Bonus', { money: 'measure.S4-C.bonus' }],
    ['gradePromotion', 'S4-C-5.1', '晋升职级', 'Promotion in grade', gm],
    ['roleModel', 'S4-C-5.3', '树为榜样', 'Role model'],
  ]),
  ...measuresOf('S4-C', 'sanction', [
    ['payCut', 'S4-C-5.2', '降低薪资', 'Pay cut', gm],
    ['promotionStop', 'S4-C-5.2', '停止晋升', 'Promotion stop', { by: 'companyGm' }],
  ]),
  ...measuresOf('S4-E', 'merit', [['commendation', 'S4-E-16', '表彰奖励', 'Commendation and reward']]),
  ...measuresOf('S4-E', 'sanction', [
    ['criticism', 'S4-E-17', '批评教育', 'Criticism', todo],
    ['dismissal', 'S4-E-18', '开除', 'Dismissal', gm],
  ]),
  ...measuresOf('S4-G', 'merit', [['commendation', 'S4-G-18', '奖励和表彰', 'Reward and commendation']]),
  ...measuresOf('S4-G', 'sanction', [
    ['warning', 'S4-G-19', '警告', 'Warning'],
    ['unpaidSuspension', 'S4-G-19', '停薪留职', 'Suspension without pay', gm],
    ['postChange', 'S4-G-19', '调岗', 'Change of post', gm],
    ['dismissal', 'S4-G-19', '解聘', 'Dismissal', gm],
  ]),
  ...measuresOf('S4-J', 'merit', [['commendation', 'S4-J-24', '表彰和奖励', 'Commendation and reward']]),
  ...measuresOf('S4-J', 'sanction', [['punishment', 'S4-J-25', '处罚', 'Punishment', todo]]),
  ...measuresOf('S4-L', 'merit', [['commendation', 'S4-L-11', '奖励和表扬', 'Reward and praise']]),
  ...measuresOf('S4-L', 'sanction', [['punishment', 'S4-L-11', '处罚', 'Punishment', todo]]),
  ...measuresOf('S4-M', 'merit', [['commendation', 'S4-M-15', '奖励和表彰', 'Reward and commendation']]),
  ...measuresOf('S4-M', 'sanction', [['punishment', 'S4-M-14', '严厉处罚', 'Severe punishment', gm]]),
]

/** A measure by id; undefined where no rulebook knows it. */
export const measureOf = (id: string): Measure | undefined => measures.find((one) => one.id === id)

/** What pay, post or contract hang on: before the general manager's approval it is a recommendation and no more. */
export const isGrave = ({ side, by }: Pick<Measure, 'side' | 'by'>): boolean =>
  side === 'sanction' && by === 'companyGm'

/**
 * The roles that may decide on a measure, the first asked first; another steps in where nobody of it is impartial. The
 * centre's general manager rewards and punishes (S2-T2-3.1-6).
 */
export const decidersOf = ({ by }: Pick<Measure, 'by'>): readonly Role[] =>
  by === 'companyGm' ? ['companyGm', 'viceGm'] : ['centreGm', 'companyGm', 'viceGm']
