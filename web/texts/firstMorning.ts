import type { MorningStep } from '../../rules/firstMorning/steps.ts'
import type { Text } from '../../rules/text.ts'

/** The first morning of a department. */
export const words = {
  title: { zh: '首日引导', en: 'The first morning' },
  intro: {
    zh: '按顺序上传现有的 Excel 表即可开工；进度会保存，随时可以接着做。每张表可以反复上传：写到的会更新，没写到的不动。没有的表跳过即可。',
    en: 'Load the lists you have, one after the other. Progress is kept; a list can be loaded again: what it names is brought up to date, the rest stays. Pass over what you have no list of.',
  },
  progress: { zh: '已完成 {n} / {of}', en: '{n} of {of} done' },
  stands: { zh: '现有 {n}', en: '{n} so far' },
  done: { zh: '已完成', en: 'Done' },
  markDone: { zh: '标记为完成', en: 'Mark as done' },
  reopen: { zh: '重新打开', en: 'Open again' },
  steps: { zh: '步骤', en: 'Steps' },
  template: { zh: '下载模板', en: 'Get the template' },
  choose: { zh: '选择文件（.xlsx 或 .csv）', en: 'Choose a file (.xlsx or .csv)' },
  another: { zh: '换一个文件', en: 'Choose another file' },
  reading: { zh: '正在读取…', en: 'Reading it…' },
  preview: { zh: '预览', en: 'Preview' },
  counts: {
    zh: '共 {rows} 行：{good} 行可导入，{wrong} 行有误',
    en: '{rows} rows: {good} can be loaded, {wrong} are wrong',
  },
  unknown: {
    zh: '不认识的列不会导入：{columns}',
    en: 'Columns that are not known are left out: {columns}',
  },
  load: { zh: '导入 {n} 行', en: 'Load {n} rows' },
  rejects: { zh: '下载有误的 {n} 行', en: 'Get the {n} wrong rows' },
  rejectsHint: {
    zh: '改好后把该文件再上传一次即可，最后一列写明了原因。',
    en: 'Put them right and send that file again; its last column says what is wrong.',
  },
  loaded: { zh: '已导入 {n} 行。', en: '{n} rows were loaded.' },
  line: { zh: '行', en: 'Row' },
  fault: { zh: '问题', en: 'What is wrong' },
  right: { zh: '可导入', en: 'Fine' },
  emptyFile: { zh: '文件里没有可导入的行。', en: 'There are no rows in that file.' },
  sample: { zh: '示例部门', en: 'A sample department' },
  sampleAbout: {
    zh: '载入一个虚构的部门（人员、客户、设备和各种状态的事项），四处看看；不需要时一键清除，不留痕迹。它与真实部门互不相见：请用示例账号登录查看。',
    en: 'A made-up department with people, customers, equipment and cases in various states, to look around in; thrown away whole when you like. It and the real department don’t see each other: sign in with one of its accounts.',
  },
  sampleLoad: { zh: '载入示例部门', en: 'Load it' },
  sampleRemove: { zh: '清除示例部门', en: 'Throw it away' },
  sampleSure: { zh: '示例部门及其一切数据将被清除。', en: 'All of it will be gone, with whatever was done in it.' },
  samplePassword: { zh: '以下账号的密码（只显示这一次）：', en: 'The password of these accounts, shown only now:' },
  sampleAccounts: { zh: '示例账号', en: 'Accounts of the sample' },
  username: { zh: '用户名', en: 'User name' },
  name: { zh: '姓名', en: 'Name' },
  role: { zh: '岗位', en: 'Role' },
  companyName: { zh: '公司名称', en: 'Name of the company' },
  zone: { zh: '时区', en: 'Time zone' },
  zoneValue: { zh: '北京时间（UTC+8，无夏令时），固定不可选', en: 'Beijing time (UTC+8, no summer time), fixed' },
  zoneWhy: {
    zh: '制度和节假日日历都以北京时间为准，所以全公司、所有人、所有页面都用它，与电脑或手机的时区无关。',
    en: 'The rulebooks and the calendar of holidays go by Beijing time, so everybody and every page does, whatever zone a computer or a phone is set to.',
  },
  haveAccounts: {
    zh: '{people} 人中 {accounts} 人有账号。用户名是工号（小写），初始密码随机生成。',
    en: '{accounts} of {people} people have an account. The user name is the code in small letters, the first password is at random.',
  },
  openAccounts: { zh: '为没有账号的人开通，并下载初始密码', en: 'Open the rest, get the passwords' },
  accountsGiven: {
    zh: '已下载。此文件只给这一次：分发后请删除；本人登录后点击自己的姓名即可改密码。',
    en: 'The file is yours, this once: hand the passwords out and delete it. Whoever signs in changes theirs under their name.',
  },
  adminOpens: { zh: '账号由系统管理员开通。', en: 'Accounts are opened by the system administrator.' },
  save: { zh: '保存', en: 'Save' },
} as const satisfies Record<string, Text>

/** What each step is called and what it is for. */
export const stepWords: Readonly<Record<MorningStep, { label: Text; about: Text }>> = {
  company: {
    label: { zh: '公司与时区', en: 'Company and zone' },
    about: {
      zh: '公司名称印在各种表单和信件上；所有期限按北京时间计算。',
      en: 'The company’s name stands on forms and letters; every due time is counted by Beijing time.',
    },
  },
  regions: {
    label: { zh: '区域', en: 'Regions' },
    about: {
      zh: '人员和客户归属的区域；其他表按代码引用。',
      en: 'Where people work and customers are; other lists name them by code.',
    },
  },
  people: {
    label: { zh: '人员、岗位与上级', en: 'People, roles, superiors' },
    about: {
      zh: '谁在岗、负责哪些区域、向谁汇报；提醒和升级都据此发送。',
      en: 'Who is there, for which regions, under whom; reminders and escalations go by it.',
    },
  },
  accounts: {
    label: { zh: '登录账号', en: 'Accounts' },
    about: {
      zh: '每个人用自己的账号登录；所办的事记在本人名下。',
      en: 'Everybody signs in as themselves; what is done is theirs.',
    },
  },
  customers: {
    label: { zh: '客户与联系人', en: 'Customers and contacts' },
    about: { zh: '来电时按号码认出客户。', en: 'A caller is known by the number.' },
  },
  projects: {
    label: { zh: '项目', en: 'Projects' },
    about: { zh: '有驻场人员或单独制度的项目。', en: 'Those with resident staff or rulebooks of their own.' },
  },
  equipment: {
    label: { zh: '设备', en: 'Equipment' },
    about: {
      zh: '客户处的设备，可贴二维码报修。',
      en: 'What stands at customers; each can have a code to report faults by.',
    },
  },
  lines: {
    label: { zh: '服务热线与直线', en: 'Hotlines and direct lines' },
    about: { zh: '客户打进来的号码。', en: 'The numbers that customers ring.' },
  },
  numbers: {
    label: { zh: '其他电话号码', en: 'Further numbers' },
    about: { zh: '同一人有多个号码时补充。', en: 'Where somebody has several.' },
  },
  tasks: {
    label: { zh: '在办服务任务', en: 'Open tasks' },
    about: {
      zh: '今天还没办完的任务：作为服务通知单录入，从签字开始接着办，期限从现在算起。',
      en: 'Tasks not finished today: entered as service notices, they go on from the signature, their clocks from now.',
    },
  },
  handovers: {
    label: { zh: '进行中的人员交接', en: 'Running handovers' },
    about: {
      zh: '已经告知甲方的驻场人员变更：按当时的日期补记，之后的申请和交接在“人员变更”里继续。',
      en: 'Changes of resident staff whose notice is given: entered as of that day; application and handover follow under staff changes.',
    },
  },
  openings: {
    label: { zh: '期初数', en: 'Opening balances' },
    about: {
      zh: '过去几个月的事故、评价、未通过的考试和无过失月；滚动期间从这里接上，不再罚款或奖励。同一行只算一次；写错的在“考核事实”里撤销。',
      en: 'Accidents, ratings, failed exams and clean months of the past, so that rolling windows go on from there; they cost and earn nothing. The same row counts once; what is wrong is taken back under Records.',
    },
  },
  duty: {
    label: { zh: '值班表', en: 'Duty roster' },
    about: {
      zh: '每个时段谁接电话；没人接的来电记在值班人名下。',
      en: 'Who answers when; a missed call is borne by who was on duty.',
    },
  },
  policies: {
    label: { zh: '制度适用范围', en: 'Which rulebooks hold for whom' },
    about: {
      zh: '服务与纪律制度默认适用于全公司；驻场人员制度须绑定到项目。',
      en: 'Service and discipline hold for the whole company by default; those of resident staff are bound to projects.',
    },
  },
}
