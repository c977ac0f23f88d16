import type { ProblemTexts } from '../problem.ts'

export const evaluationProblems = {
  'evaluation.unknown': { status: 404, zh: '没有这次考核。', en: 'There is no such evaluation.' },
  'evaluation.noProgramme': {
    status: 422,
    zh: '对此人没有生效的这项考核制度。',
    en: 'No rulebook in force for this person holds this evaluation.',
  },
  'evaluation.noMethod': {
    status: 422,
    zh: '该制度没有这种考核方式。',
    en: 'The rulebook does not know this way of evaluating.',
  },
  'evaluation.comesByItself': {
    status: 409,
    zh: '该制度的定期考核按周期自动发起。',
    en: 'Regular evaluations of this rulebook open by themselves, period by period.',
  },
  'evaluation.standing': {
    status: 409,
    zh: '同一时段、同一方式的考核已存在。',
    en: 'There is an evaluation of the same time and kind already.',
  },
  'evaluation.occasion': {
    status: 422,
    zh: '不定期考核须写明事由。',
    en: 'An irregular evaluation needs its occasion.',
  },
  'evaluation.ownMatter': {
    status: 403,
    zh: '不能考核自己，也不能就自己的考核结果提出建议。',
    en: 'Nobody evaluates themselves, or proposes what follows from their own result.',
  },
  'evaluation.notAssessor': {
    status: 403,
    zh: '该考核由{role}完成。',
    en: 'This evaluation is made by: {role}.',
  },
  'evaluation.noCriterion': {
    status: 422,
    zh: '没有这项考核内容。',
    en: 'The evaluation does not look at this.',
  },
  'evaluation.unscored': {
    status: 422,
    zh: '尚未评分：{criterion}。',
    en: 'Not scored yet: {criterion}.',
  },
  'evaluation.outOfScale': {
    status: 422,
    zh: '分数须在 0 至 {max} 之间。',
    en: 'Scores lie between 0 and {max}.',
  },
  'evaluation.remark': {
    status: 422,
    zh: '“{criterion}”的评分与记录得出的 {suggested} 分不同，须说明理由。',
    en: 'The score of “{criterion}” differs from the {suggested} that the records come to: say why.',
  },
  'evaluation.gradeFollows': {
    status: 422,
    zh: '等级由总分得出，为“{grade}”。',
    en: 'The grade follows from the total: {grade}.',
  },
  'evaluation.gradeOpen': {
    status: 422,
    zh: '制度未定等级分数线，请选定等级并说明理由。',
    en: 'The rulebook leaves the thresholds of the grades blank: choose the grade and say why.',
  },
  'evaluation.noGrade': { status: 422, zh: '没有这个等级。', en: 'There is no such grade.' },
  'evaluation.reason': {
    status: 422,
    zh: '等级由考核人选定时须说明理由。',
    en: 'A grade that the assessor chooses needs a reason.',
  },
  'evaluation.wrongSide': {
    status: 422,
    zh: '“{grade}”不能引出这项措施。',
    en: 'This measure does not follow from “{grade}”.',
  },
  'evaluation.owed': {
    status: 409,
    zh: '按周期自动发起的考核不能取消。',
    en: 'An evaluation that opened by itself is owed and cannot be taken back.',
  },
  'evaluation.scored': { status: 409, zh: '已评分的考核不能取消。', en: 'What was scored cannot be taken back.' },
  'evaluation.noteDue': {
    status: 422,
    zh: '不提出任何措施时须说明理由。',
    en: 'Where nothing is to follow, say why.',
  },
} as const satisfies ProblemTexts

export const measureProblems = {
  'measure.unknown': { status: 404, zh: '没有这项奖惩措施。', en: 'There is no such measure.' },
  'measure.notKnown': {
    status: 422,
    zh: '对此人生效的制度没有这项措施。',
    en: 'No rulebook in force for this person knows this measure.',
  },
  'measure.ownMatter': {
    status: 403,
    zh: '当事人和提出人不能裁定。',
    en: 'Neither the person concerned nor who proposed it may decide.',
  },
  'measure.notDecider': {
    status: 403,
    zh: '这项措施由{role}裁定。',
    en: 'This measure is decided by: {role}.',
  },
  'measure.noMoney': {
    status: 422,
    zh: '该条款没有金额。',
    en: 'The clause knows no amount of money.',
  },
  'measure.noLimit': {
    status: 409,
    zh: '制度没有规定金额，须先由有权者设定上限。',
    en: 'The rulebook names no amount: somebody has to set the limit first.',
  },
  'measure.outOfLimits': {
    status: 422,
    zh: '金额须大于 0 且不超过 ¥{max}。',
    en: 'The amount has to be above 0 and no more than ¥{max}.',
  },
  'measure.noEvidence': {
    status: 422,
    zh: '处分须有依据：事实记录、附件或考核结果。',
    en: 'A disciplinary measure needs something that bears it out: facts, a file, or an evaluation.',
  },
  'measure.rungMissing': {
    status: 409,
    zh: '处分须逐级：须先有有效的“{first}”。',
    en: 'The ladder is climbed rung by rung: first comes “{first}”, and it has to stand.',
  },
  'measure.lifted': {
    status: 409,
    zh: '该措施已免除或经申诉撤销，无需落实。',
    en: 'The measure was waived, or lifted on appeal: there is nothing to carry out.',
  },
  'measure.appealMeasure': {
    status: 409,
    zh: '这是建议；请就批准后的处分记录申诉。',
    en: 'This was the recommendation; appeal against the measure that was approved.',
  },
  'measure.notFinal': {
    status: 409,
    zh: '记录尚未确认，本人仍可说明原因，暂不能执行。',
    en: 'The entry is not confirmed: the person can still give a cause, so nothing is carried out yet.',
  },
} as const satisfies ProblemTexts

export const conductProblems = {
  'conduct.notBound': {
    status: 422,
    zh: '对此人没有生效的行为积分制度。',
    en: 'No rulebook with conduct points binds this person.',
  },
  'conduct.unknown': { status: 404, zh: '没有这笔记分。', en: 'There are no such points.' },
  'conduct.ownMatter': {
    status: 403,
    zh: '不能记录或撤销本人的记分、考勤和报告情况。',
    en: 'Nobody records or takes back their own points, attendance or reports.',
  },
  'attendance.notBound': {
    status: 422,
    zh: '对此人没有生效的缺勤说明制度。',
    en: 'No rulebook with absence statements binds this person.',
  },
  'attendance.minutes': {
    status: 422,
    zh: '迟到须写明分钟数。',
    en: 'Lateness needs its minutes.',
  },
} as const satisfies ProblemTexts
