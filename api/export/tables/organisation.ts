import { departments } from '../../../rules/organisation/departments.ts'
import { posts } from '../../../rules/organisation/posts.ts'
import { policyOf } from '../../../rules/policy/index.ts'
import { topics } from '../../../rules/policy/topics.ts'
import { roles } from '../../../rules/roles.ts'
import { dayTypeLabels } from '../../../rules/time/dayTypes.ts'
import { list as sources } from '../../call/sources.ts'
import { one as year } from '../../calendar/routes.ts'
import { channels } from '../../notification/routes.ts'
import { chart, list as residentPosts } from '../../organisation/routes.ts'
import { lines, regions } from '../../people/duty.ts'
import { list as bindings } from '../../policy/allBindings.ts'
import { state as sample } from '../../sample/routes.ts'
import { exportOf, exportPart, type Column } from '../exportOf.ts'
import { when } from './cases.ts'
import { from, no, to, yes } from './register.ts'

const scopes = {
  company: { zh: '全公司', en: 'The whole company' },
  customer: { zh: '客户', en: 'Customer' },
  project: { zh: '项目', en: 'Project' },
  person: { zh: '人员', en: 'Person' },
}
const lineKinds = { hotline: { zh: '热线', en: 'Hotline' }, direct: { zh: '直线', en: 'Direct line' } }
const channelNames = { inApp: { zh: '系统内', en: 'In the app' }, email: { zh: '邮件', en: 'E-mail' } }
const channelStates = {
  working: { zh: '正常', en: 'Working' },
  failing: { zh: '失败', en: 'Failing' },
  notConfigured: { zh: '未设置', en: 'Not set up' },
  untried: { zh: '尚未使用', en: 'Not tried yet' },
}
const imported = { zh: '导入时间', en: 'Imported' }
const takenBack = { zh: '撤回单独调整', en: 'As it was before' }
const active: Column<{ active: boolean }> = [
  { zh: '启用', en: 'Active' },
  (row, look) => look.say(row.active ? yes : no),
  8,
]

/** Lists of administration that say how the house is set up. Secrets stand in none. */
export const organisationExports = [
  exportOf(bindings, {
    name: 'policy-bindings',
    title: { zh: '制度绑定', en: 'Bindings' },
    columns: [
      [{ zh: '制度', en: 'Rulebook' }, (row, look) => `${row.policy} ${look.say(policyOf(row.policy).title)}`, 36],
      [{ zh: '版本变体', en: 'Variant' }, (row) => row.variant],
      [{ zh: '主题', en: 'Topic' }, (row, look) => look.word(topics, row.topic)],
      [{ zh: '适用对象', en: 'For whom' }, (row, look) => look.word(scopes, row.scope)],
      [
        { zh: '对象', en: 'Name' },
        (row, look) => (row.scope === 'person' ? look.person(row.scopeId) : look.served(row.scopeId)),
        36,
      ],
      // What holds from the beginning has no first day.
      [{ zh: '开始', en: 'From' }, (row) => (row.fromAt === 0 ? '' : { at: row.fromAt })],
      to,
    ],
  }),
  exportOf(sources, {
    name: 'telephony-sources',
    title: { zh: '电话事件来源', en: 'Telephone systems' },
    columns: [
      [{ zh: '名称', en: 'Name' }, (row) => row.name],
      [{ zh: '地址', en: 'Address' }, (row) => row.hook, 36],
      [{ zh: '最近事件', en: 'Last call' }, (row) => when(row.lastCallAt)],
      active,
    ],
  }),
  exportOf(residentPosts, {
    name: 'resident-posts',
    title: { zh: '驻场岗位', en: 'Resident posts' },
    columns: [
      [{ zh: '岗位', en: 'Post' }, (row) => row.title, 24],
      [{ zh: '项目', en: 'Project' }, (row, look) => look.served(row.projectId), 36],
      [{ zh: '客户需求', en: 'What the customer needs' }, (row) => row.need, 36],
      [{ zh: '职责', en: 'Duties' }, (row) => row.duties.join('\n'), 40],
      [{ zh: '权限', en: 'Permissions' }, (row) => row.permissions.join('\n'), 40],
      [{ zh: '人数', en: 'Places' }, (row) => row.places, 8],
      [
        { zh: '任职人', en: 'Holders' },
        (row, look) => row.holders.map((one) => look.person(one.personId)).join('、'),
        24,
      ],
      from,
      to,
    ],
  }),
  exportOf(regions, {
    name: 'regions',
    title: { zh: '区域', en: 'Regions' },
    columns: [
      [{ zh: '名称', en: 'Name' }, (row) => row.name],
      [{ zh: '编号', en: 'Code' }, (row) => row.code],
    ],
  }),
  exportOf(lines, {
    name: 'lines',
    title: { zh: '电话线路', en: 'Telephone lines' },
    columns: [
      [{ zh: '号码', en: 'Number' }, (row) => row.number],
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(lineKinds, row.kind)],
      [{ zh: '部门', en: 'Department' }, (row) => row.department, 24],
      [{ zh: '直线机主', en: 'Desk' }, (row, look) => look.person(row.personId)],
      [{ zh: '停用时间', en: 'Ended' }, (row) => when(row.endedAt)],
    ],
  }),
  exportOf(channels, {
    name: 'channels',
    title: { zh: '通知渠道', en: 'Channels' },
    columns: [
      [{ zh: '渠道', en: 'Channel' }, (row, look) => look.word(channelNames, row.name)],
      [{ zh: '状态', en: 'State' }, (row, look) => look.word(channelStates, row.state)],
      [{ zh: '最近成功', en: 'Last success' }, (row) => when(row.succeededAt)],
      [{ zh: '最近失败', en: 'Last failure' }, (row) => when(row.failedAt)],
      [{ zh: '原因', en: 'Because' }, (row) => row.error, 36],
      [{ zh: '待发', en: 'Waiting' }, (row) => row.waiting, 8],
      [{ zh: '已放弃', en: 'Given up' }, (row) => row.givenUp, 8],
    ],
  }),
  exportPart(
    chart,
    ({ people }) =>
      posts.map((post) => ({
        ...post,
        holders: people.filter((one) => one.roles.some((held) => held.role === post.role)).map(({ name }) => name),
      })),
    {
      name: 'organisation',
      title: { zh: '组织架构岗位', en: 'Posts of the organisation' },
      columns: [
        [{ zh: '岗位', en: 'Post' }, (row, look) => look.say(roles[row.role]), 28],
        [
          { zh: '部门', en: 'Department' },
          (row, look) => {
            const of = departments[row.chart].find((one) => one.posts.includes(row.role))
            return of && look.say(of.title)
          },
          24,
        ],
        [
          { zh: '直接上级', en: 'Superior' },
          (row, look) => row.superiors.map((id) => look.say(roles[id])).join(' / '),
          28,
        ],
        [
          { zh: '直接下级', en: 'Subordinates' },
          (row, look) => row.subordinates.map((id) => look.say(roles[id])).join(' / '),
          36,
        ],
        [{ zh: '任职人', en: 'Holders' }, (row) => row.holders.join('、'), 28],
        [{ zh: '条款', en: 'Clause' }, (row) => row.clause],
        [{ zh: '说明', en: 'Remark' }, (row, look) => row.remark && look.say(row.remark), 48],
      ],
    },
  ),
  exportPart(year, ({ versions }) => versions, {
    name: 'calendar-versions',
    title: { zh: '日历来源与版本', en: 'Sources of a calendar' },
    columns: [
      [{ zh: '来源', en: 'Source' }, (row) => row.source, 36],
      [{ zh: '版本', en: 'Version' }, (row) => row.version],
      [{ zh: '公布日期', en: 'Published on' }, (row) => row.publishedOn],
      [imported, (row) => ({ at: row.importedAt })],
    ],
  }),
  exportPart(year, ({ ownDays }) => ownDays, {
    name: 'calendar-days',
    title: { zh: '单独调整的日子', en: 'Days set on their own' },
    columns: [
      [{ zh: '日期', en: 'Day' }, (row) => row.on, 12],
      [{ zh: '类型', en: 'What it is' }, (row, look) => look.say(row.type ? dayTypeLabels[row.type] : takenBack)],
      [{ zh: '理由', en: 'Reason' }, (row) => row.reason, 40],
      [imported, (row) => ({ at: row.recordedAt })],
    ],
  }),
  exportPart(sample, ({ accounts }) => accounts, {
    name: 'sample-accounts',
    title: { zh: '示例账号', en: 'Accounts of the sample' },
    columns: [
      [{ zh: '用户名', en: 'User name' }, (row) => row.username, 24],
      [{ zh: '姓名', en: 'Name' }, (row) => row.name],
      [{ zh: '岗位', en: 'Role' }, (row, look) => look.say(roles[row.role]), 24],
    ],
  }),
]
