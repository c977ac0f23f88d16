import type { ProblemTexts } from '../problem.ts'

/** The register of people, roles, numbers, duty and customers. */
export const personProblems = {
  'person.notFound': { status: 404, zh: '没有这个人员。', en: 'There is no such person.' },
  'person.superiorLoop': { status: 422, zh: '上级关系不能成环。', en: 'Superiors must not form a loop.' },
  'person.inactive': { status: 409, zh: '该人员已停用。', en: 'This person is no longer active.' },
  'role.notFound': { status: 404, zh: '没有这条岗位记录。', en: 'There is no such role record.' },
  'role.ownGrant': { status: 403, zh: '不能为本人授予岗位。', en: 'Nobody grants a role to themselves.' },
  'role.adminOnly': { status: 403, zh: '此岗位只能由系统管理员授予。', en: 'Only an administrator grants this role.' },
  'role.lastAdmin': {
    status: 409,
    zh: '至少须有一名在职且岗位无结束日期的系统管理员。',
    en: 'There has to be at least one active administrator whose role has no end.',
  },
  'absence.notFound': { status: 404, zh: '没有这条缺勤记录。', en: 'There is no such absence.' },
  'absence.tooLong': {
    status: 422,
    zh: '事假最长 {months} 个月，连同首尾相接的，最晚至 {until}。',
    en: 'Personal leave lasts {months} month(s) at most, with what it follows on: until {until} at the latest.',
  },
  'substitution.notFound': { status: 404, zh: '没有这条代理授权。', en: 'There is no such substitution.' },
  'substitution.self': { status: 422, zh: '不能委托本人代理。', en: 'Nobody can stand in for themselves.' },
  'substitution.notHeld': {
    status: 409,
    zh: '委托人在此期间不担任该岗位，无权可授。',
    en: 'The grantor does not hold this role during that time, so there is nothing to grant.',
  },
  'duty.notFound': { status: 404, zh: '没有这条值班安排。', en: 'There is no such duty.' },
  'duty.begun': {
    status: 409,
    zh: '值班已经开始，不能取消，只能提前结束。',
    en: 'This duty has begun: it can be ended, not taken off.',
  },
  'outage.notFound': { status: 404, zh: '没有这条中断记录。', en: 'There is no such outage.' },
  'line.notFound': { status: 404, zh: '没有这条线路。', en: 'There is no such line.' },
  'region.notFound': { status: 404, zh: '没有这个区域。', en: 'There is no such region.' },
  'customer.notFound': { status: 404, zh: '没有这个客户。', en: 'There is no such customer.' },
  'contact.notFound': { status: 404, zh: '没有这个联系人。', en: 'There is no such contact.' },
  'account.notFound': { status: 404, zh: '没有这个账号。', en: 'There is no such account.' },
  'account.noneMissing': {
    status: 409,
    zh: '在职人员都已有账号。',
    en: 'Everybody at work has an account.',
  },
  'account.badName': {
    status: 422,
    zh: '用户名为 2 至 40 个字母、汉字、数字或 _ . -。',
    en: 'A user name has 2 to 40 letters, digits, or _ . -.',
  },
  'account.taken': { status: 409, zh: '此用户名已被使用。', en: 'This user name is taken.' },
  'account.weakPassword': {
    status: 422,
    zh: '密码须为 {min} 至 {max} 个字符。',
    en: 'A password has {min} to {max} characters.',
  },
  'import.encoding': {
    status: 422,
    zh: '文件须为 UTF-8 或 GB18030 编码。',
    en: 'The file has to be in UTF-8 or GB18030.',
  },
  'import.columns': {
    status: 422,
    zh: '表头缺少以下列：{missing}。',
    en: 'The header lacks these columns: {missing}.',
  },
  'import.unreadable': { status: 422, zh: '第 {line} 行不是有效的 CSV。', en: 'Line {line} is not valid CSV.' },
  'import.notExcel': {
    status: 422,
    zh: '文件打不开：请另存为 .xlsx 或 .csv 后再上传。',
    en: 'That file cannot be read. Save it as .xlsx or .csv and send it again.',
  },
  'import.tooLarge': { status: 422, zh: '文件解压后过大。', en: 'Unpacked, that file is too large.' },
  'import.rows': {
    status: 422,
    zh: '{count} 行有误，未写入任何数据。',
    en: '{count} rows are wrong; nothing was written.',
  },
  'import.cell': { status: 422, zh: '应填 {expected}。', en: 'Expected {expected}.' },
  'import.role': {
    status: 422,
    zh: '没有“{said}”这个岗位，相近的有：{near}。全部岗位见模板的“填写说明”。',
    en: 'There is no role “{said}”; near it: {near}. The template’s second sheet has them all.',
  },
  'import.twice': {
    status: 422,
    zh: '与第 {line} 行是同一条，内容却不同：只留一行。',
    en: 'The same as row {line}, but with other contents: leave only one of them.',
  },
  'import.leansOnWrong': {
    status: 422,
    zh: '所填的人在第 {line} 行，那一行有误：改好那一行即可。',
    en: 'Whom it names is in row {line}, and that row is wrong: put that one right.',
  },
  'import.tooMany': { status: 422, zh: '每个文件最多 {max} 行。', en: 'A file may hold at most {max} rows.' },
} as const satisfies ProblemTexts
