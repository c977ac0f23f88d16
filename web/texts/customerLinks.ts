import type { Text } from '../../rules/text.ts'

/** Handing links to customers, and labels for what stands at them. */
export const links = {
  title: { zh: '客户链接', en: 'Links for the customer' },
  help: {
    zh: '客户无需登录即可办理，每个链接只能用一次，过期作废；重新生成后旧链接失效。',
    en: 'The customer needs no account. A link works once, until it expires; making a new one voids the old.',
  },
  make: { zh: '生成：{what}', en: 'Make: {what}' },
  email: { zh: '发到邮箱', en: 'Mail it to' },
  emailHelp: { zh: '留空则只生成链接，可复制或扫码。', en: 'Leave it empty to copy the link or show its code.' },
  go: { zh: '生成链接', en: 'Make the link' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  link: { zh: '链接', en: 'Link' },
  qr: { zh: '链接二维码', en: 'QR code of the link' },
  share: { zh: '发给客户', en: 'Share it' },
  once: {
    zh: '此链接只在这里显示一次，系统不保存。',
    en: 'This link is shown here only; it is kept nowhere.',
  },
  nothingAsked: {
    zh: '现在没有需要客户办理的事。',
    en: 'There is nothing to ask of the customer now.',
  },
  sent: { zh: '邮件已送出', en: 'The mail was sent' },
  waiting: { zh: '邮件正在发送', en: 'The mail is on its way' },
  tryingAgain: { zh: '邮件发送 {n} 次未成，将自动再试', en: 'Tried {n} times; it is tried again by itself' },
  failed: { zh: '邮件未能送出', en: 'The mail could not be delivered' },
  refusedBy: { zh: '对方邮件服务器未接收（{code}）', en: 'Their mail server did not take it ({code})' },
  noServer: { zh: '邮件服务器连不上（{code}）', en: 'The mail server could not be reached ({code})' },
  again: { zh: '重新生成并发送', en: 'Make another and mail it' },
  notConfigured: {
    zh: '未设置邮件服务，设置后自动发出；现在请复制链接',
    en: 'Mail is not set up; it goes out once it is. Copy the link for now',
  },
  open: { zh: '等待客户', en: 'Waits for the customer' },
  used: { zh: '客户已办理', en: 'Used' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已作废', en: 'Void' },
  revoke: { zh: '作废', en: 'Make it void' },
  until: { zh: '有效至', en: 'Valid until' },
  labels: { zh: '设备标签', en: 'Equipment label' },
  printAll: { zh: '打印标签', en: 'Print labels' },
  print: { zh: '打印', en: 'Print' },
  scan: { zh: '扫码报障', en: 'Scan to report a fault' },
  replace: { zh: '作废并换新标签', en: 'Void it and make another' },
  replaceHelp: {
    zh: '换新后，设备上现有的标签即失效，须重新张贴。',
    en: 'The label that hangs there stops working; put the new one up.',
  },
} as const satisfies Record<string, Text>
