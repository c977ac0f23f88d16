import type { Opened } from '../../db/auth/openAccounts.ts'
import type { Language } from '../../rules/text.ts'
import { workbook } from '../export/workbook.ts'

const words = {
  title: { zh: '账号与初始密码', en: 'Accounts and first passwords' },
  code: { zh: '工号', en: 'Code' },
  name: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '初始密码', en: 'First password' },
  none: {
    zh: '未开通：用户名已被使用或工号不能作用户名，请在“人员”里单独开通',
    en: 'Not opened: that user name is taken or cannot be one; open it under People',
  },
  note: {
    zh: '请分发给本人后删除此文件；本人登录后点击右上角姓名即可修改密码。',
    en: 'Hand these out and delete the file; whoever signs in changes the password under their name, top right.',
  },
} as const

/** The list that is handed out on the first morning: who signs in as what, with which password. */
export function accountsXlsx(opened: readonly Opened[], language: Language): Promise<Buffer> {
  return workbook([
    {
      name: words.title[language],
      headings: [
        { label: words.code[language], width: 14 },
        { label: words.name[language], width: 16 },
        { label: words.username[language], width: 18 },
        { label: words.password[language], width: 34 },
      ],
      rows: opened.map(({ code, name, username, password }) => [
        code,
        name,
        username,
        password ?? words.none[language],
      ]),
      note: words.note[language],
    },
  ])
}

export const accountsFile = (language: Language) => `${words.title[language]}.xlsx`
