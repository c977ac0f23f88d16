import type { Text } from '../../rules/text.ts'

/** Signing in, the menu, the bell. */
export const shell = {
  slogan: { zh: '每一项承诺，到时必践', en: 'Every promise, kept in time' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  again: { zh: '登录已过期', en: 'Your session has ended' },
  againMore: { zh: '请重新登录；已填写的内容都还在。', en: 'Please sign in again; nothing you typed is lost.' },
  otherUser: { zh: '换一个账号', en: 'Sign in as somebody else' },
  language: { zh: 'English', en: '中文' },
  menu: { zh: '菜单', en: 'Menu' },
  mainMenu: { zh: '主菜单', en: 'Main menu' },
  workplace: { zh: '工作台', en: 'Workplace' },
  calls: { zh: '来电', en: 'Calls' },
  incidents: { zh: '质量事故', en: 'Incidents' },
  serviceTasks: { zh: '服务任务', en: 'Service tasks' },
  staffChanges: { zh: '人员变更', en: 'Staff changes' },
  rulebook: { zh: '制度', en: 'Rulebook' },
  api: { zh: '接口说明', en: 'API' },
  notices: { zh: '通知', en: 'Notices' },
  unread: { zh: '{n} 条未读通知', en: '{n} unread notices' },
  noNotices: { zh: '没有通知', en: 'No notices' },
  allRead: { zh: '全部标为已读', en: 'Mark all as read' },
  offline: {
    zh: '连接中断，正在重连；页面内容可能不是最新。',
    en: 'The connection is lost and being made again; what you see may be old.',
  },
} as const satisfies Record<string, Text>
