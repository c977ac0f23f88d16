import type { Text } from '../../rules/text.ts'

/** The engineer's phone at a customer's site, and what waits on it to be sent. */
export const site = {
  site: { zh: '我的现场', en: 'My site' },
  noTasks: { zh: '没有进行中的任务', en: 'No task under way' },
  next: { zh: '下一步', en: 'Next' },
  waitsForOthers: { zh: '等待：{what}', en: 'Waiting: {what}' },
  allDone: { zh: '您的步骤已全部办完', en: 'All your steps are done' },
  allSteps: { zh: '全部内容和其他操作', en: 'The whole case and other steps' },
  signHere: { zh: '请在此处签字', en: 'Please sign here' },
  signatureThere: { zh: '已签字', en: 'Signed' },
  clearSignature: { zh: '重签', en: 'Sign again' },
  photographSignature: { zh: '拍摄纸质签字', en: 'Photograph a signature on paper' },
  photos: { zh: '照片', en: 'Photos' },
  addPhoto: { zh: '拍现场照片', en: 'Photograph the site' },
  addStamp: { zh: '拍客户盖章', en: "Photograph the customer's stamp" },
  photoKept: { zh: '照片已保存', en: 'The photo is kept' },
  photoUnreadable: { zh: '此文件不是可读的图片。', en: 'This file is no picture that can be read.' },
  customerLink: { zh: '请客户确认时间或评分（发链接）', en: 'Have the customer confirm or rate (by a link)' },
  waiting: { zh: '{n} 项待发送', en: '{n} waiting to be sent' },
  sending: { zh: '正在发送…', en: 'Sending…' },
  toSend: { zh: '待发 {n}', en: '{n} to send' },
  refused: { zh: '退回 {n}', en: '{n} refused' },
  queue: { zh: '本机待发送', en: 'Waiting on this device' },
  queueMore: {
    zh: '有网络后自动发送，每项只生效一次；退出登录后仍留在本机，下次登录再发。请勿清除浏览器数据。',
    en: 'Sent by itself once there is a network, each with one effect; signing out keeps it here until you sign in again. Do not clear the browser’s data.',
  },
  doneAt: { zh: '办理时间 {time}', en: 'Done {time}' },
  withFiles: { zh: '附 {n} 张照片', en: 'With {n} photos' },
  refusedBecause: { zh: '服务器未接受：{why}', en: 'The server refused it: {why}' },
  behind: { zh: '在其后，等它处理完再发送', en: 'Behind it; sent once that is settled' },
  sendNow: { zh: '立即发送', en: 'Send now' },
  again: { zh: '重新发送', en: 'Send again' },
  discard: { zh: '放弃这一项', en: 'Discard it' },
  discardSure: {
    zh: '放弃后无法找回。确定放弃吗？',
    en: 'It cannot be brought back. Discard it?',
  },
  notKept: {
    zh: '本机无法保存，请保持联网并重试。',
    en: 'This device cannot keep it. Stay connected and try again.',
  },
  noWorker: {
    zh: '当前地址不是安全连接（https），断网后请不要关闭或刷新本页。',
    en: 'This address is no secure one (https): without a network, do not close or reload this page.',
  },
} as const satisfies Record<string, Text>
