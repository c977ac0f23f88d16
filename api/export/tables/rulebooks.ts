import { policies } from '../../../rules/policy/index.ts'
import { valueText } from '../../../rules/policy/valueText.ts'
import { knownRulebook } from '../../../db/rulebook/known.ts'
import { versionKindLabels } from '../../../rules/rulebook/labels.ts'
import { clausesOf } from '../../../rules/rulebook/rulebooks.ts'
import type { Text } from '../../../rules/text.ts'
import { blankTodos } from '../../policy/bindings.ts'
import { one as draft } from '../../rulebook/drafts.ts'
import { firings, history, list as books, one as book, read as readers, version } from '../../rulebook/routes.ts'
import { exportOf, exportPart, type Column } from '../exportOf.ts'
import { when } from './cases.ts'
import { no, yes } from './register.ts'

const hows = {
  full: { zh: '系统执行', en: 'Carried out' },
  assist: { zh: '系统协助', en: 'Assisted' },
  text: { zh: '公布并确认', en: 'Published and acknowledged' },
}
const clause: Column<{ clause: string | null }> = [{ zh: '条款', en: 'Clause' }, (row) => row.clause]
const parameter: Column<{ label: Text }> = [{ zh: '参数', en: 'Parameter' }, (row, look) => look.say(row.label), 48]

const clausesWith = <F extends { clause: string }>(fired: readonly F[], id: string) =>
  clausesOf(knownRulebook(id)).map((one) => ({ ...one, fired: fired.find((row) => row.clause === one.id) }))

/** Tables of the rulebook pages; what an address names (a rulebook, a version) is in the file's address too. */
export const rulebookExports = [
  exportOf(books, {
    name: 'rulebooks',
    title: { zh: '制度', en: 'Rulebooks' },
    columns: [
      [{ zh: '编号', en: 'Id' }, (row) => row.id, 10],
      [{ zh: '制度', en: 'Rulebook' }, (row, look) => look.say(row.title), 36],
      [{ zh: '版本', en: 'Version' }, (row) => row.version, 8],
      // What holds from the beginning has no first day.
      [{ zh: '生效', en: 'In force from' }, (row) => (row.effectiveFromAt ? { at: row.effectiveFromAt } : '')],
      [{ zh: '上次评审', en: 'Last reviewed' }, (row) => when(row.lastReviewedAt)],
      [{ zh: '适用人数', en: 'Binds' }, (row) => row.readers?.bound, 10],
      [{ zh: '已确认人数', en: 'Acknowledged by' }, (row) => row.readers?.acknowledged, 10],
      [{ zh: '本人确认', en: 'Acknowledged by me' }, (row) => when(row.acknowledgedAt)],
    ],
  }),
  exportPart(version, ({ parameters }) => parameters, {
    name: 'rulebook-parameters',
    title: { zh: '制度参数', en: 'Parameters' },
    columns: [
      [{ zh: '参数', en: 'Parameter' }, (row, look) => look.say(row.label), 48],
      [{ zh: '数值', en: 'Value' }, (row, look) => look.say(valueText(row.value, row.unit)), 28],
      // What holds from the beginning has no first day.
      [{ zh: '生效', en: 'Since' }, (row) => (row.sinceAt ? { at: row.sinceAt } : '')],
      [{ zh: '之后', en: 'Then' }, ({ next, unit }, look) => (next ? look.say(valueText(next.value, unit)) : ''), 20],
      [{ zh: '自', en: 'From' }, ({ next }) => when(next?.fromAt ?? null)],
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
      [{ zh: '名称', en: 'Key' }, (row) => row.key, 28],
    ],
  }),
  exportPart(book, ({ clauses }) => clauses, {
    name: 'rulebook-clauses',
    title: { zh: '制度条款', en: 'Clauses' },
    columns: [
      [{ zh: '条款', en: 'Clause' }, (row) => row.id],
      [{ zh: '内容', en: 'Contents' }, (row, look) => look.say(row), 72],
      [{ zh: '执行方式', en: 'How' }, (row, look) => look.word(hows, row.software)],
    ],
  }),
  // Clauses that never fired stand there too, as on the page.
  exportPart(firings, ({ items }, { params }) => clausesWith(items, (params as { id: string }).id), {
    name: 'clause-firings',
    title: { zh: '条款触发情况', en: 'How often clauses fired' },
    columns: [
      [{ zh: '条款', en: 'Clause' }, (row) => row.id],
      [{ zh: '内容', en: 'Contents' }, (row, look) => look.say(row), 72],
      [{ zh: '执行方式', en: 'How' }, (row, look) => look.word(hows, row.software)],
      [{ zh: '承诺', en: 'Promises' }, (row) => row.fired?.promises, 10],
      [{ zh: '逾期', en: 'Late' }, (row) => row.fired?.late, 10],
      [{ zh: '台账', en: 'Entries' }, (row) => row.fired?.entries, 10],
      [{ zh: '金额（元）', en: 'Amount (yuan)' }, (row) => row.fired && { fen: row.fired.amountFen }],
      [{ zh: '最近一次', en: 'Last' }, (row) => when(row.fired?.lastAt ?? null)],
    ],
  }),
  exportOf(readers, {
    name: 'rulebook-readers',
    title: { zh: '制度确认情况', en: 'Who has acknowledged' },
    columns: [
      [{ zh: '人员', en: 'Person' }, (row) => row.name],
      [{ zh: '受约束', en: 'Bound' }, (row, look) => look.say(row.bound ? yes : no), 8],
      [{ zh: '确认时间', en: 'Acknowledged' }, (row) => when(row.acknowledgedAt)],
    ],
  }),
  exportOf(blankTodos, {
    name: 'blanks',
    title: { zh: '待定数值', en: 'Blanks' },
    columns: [
      parameter,
      [{ zh: '制度', en: 'Rulebook' }, (row, look) => look.say(row.policyTitle), 36],
      [{ zh: '版本变体', en: 'Variant' }, (row) => row.variant],
      clause,
      [{ zh: '条款内容', en: 'What the clause says' }, (row, look) => row.clauseTitle && look.say(row.clauseTitle), 60],
    ],
  }),
  exportPart(history, ({ items }) => items, {
    name: 'rulebook-versions',
    title: { zh: '修订履历', en: 'List of revisions' },
    columns: [
      [{ zh: '版本', en: 'Version' }, (row) => row.version, 8],
      [{ zh: '版本变体', en: 'Variant' }, (row) => row.variant],
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(versionKindLabels, row.kind)],
      // What holds from the beginning has no first day.
      [{ zh: '生效', en: 'In force from' }, (row) => (row.effectiveFromAt ? { at: row.effectiveFromAt } : '')],
      [{ zh: '单号', en: 'Filing number' }, (row) => row.reference],
      // The house's own first versions were written by nobody here.
      [{ zh: '摘要', en: 'Summary' }, (row) => (row.kind === 'base' && row.draftedBy.length === 0 ? '' : row.note), 60],
      [{ zh: '起草', en: 'Drafted' }, (row, look) => row.draftedBy.map(look.person).join('、')],
      [{ zh: '审核', en: 'Reviewed' }, (row, look) => row.reviewedBy.map(look.person).join('、')],
      [{ zh: '批准', en: 'Approved' }, (row, look) => row.approvedBy.map(look.person).join('、')],
    ],
  }),
  exportPart(draft, changesOf, {
    name: 'draft-changes',
    title: { zh: '草案对照', en: 'What a draft changes' },
    columns: [
      [{ zh: '参数', en: 'Parameter' }, (row, look) => look.say(row.label), 48],
      [{ zh: '原来', en: 'Before' }, (row, look) => look.say(valueText(row.before, row.unit)), 28],
      [{ zh: '草案', en: 'After' }, (row, look) => look.say(valueText(row.after, row.unit)), 28],
      [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
    ],
  }),
]

/** Number by number, in the order of the rulebook. */
function changesOf({ rulebookId, values, before }: DraftValues) {
  const changed = Object.entries(policies.find((one) => one.id === rulebookId)?.parameters ?? {}).filter(
    ([key]) => key in values,
  )
  return changed.map(([key, { label, unit, clause: cited }]) => ({
    ...{ label, unit, clause: cited },
    before: before[key],
    after: values[key],
  }))
}
interface DraftValues {
  rulebookId: string
  values: Record<string, unknown>
  before: Record<string, unknown>
}
