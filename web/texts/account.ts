import type { Text } from '../../rules/text.ts'

/** One's own account. */
export const words = {
  title: { zh: '我的账号', en: 'My account' },
  roles: { zh: '岗位', en: 'Roles' },
  lent: { zh: '{role}（代{whom}）', en: '{role}, for {whom}' },
  change: { zh: '修改密码', en: 'Change my password' },
  current: { zh: '现在的密码', en: 'The password now' },
  password: { zh: '新密码', en: 'The new one' },
  passwordHelp: { zh: '至少 10 位，不限字符种类', en: 'Ten characters at least, of any kind' },
  again: { zh: '再输入一次新密码', en: 'The new one again' },
  differ: { zh: '两次输入的新密码不一样', en: 'The two new passwords differ' },
  others: { zh: '修改后，其他设备上的登录随即失效。', en: 'Sessions on other devices end at once.' },
  changed: { zh: '密码已修改。', en: 'Your password is changed.' },
} as const satisfies Record<string, Text>
