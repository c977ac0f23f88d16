import type { Text } from '../../rules/text.ts'
import { dayTypeLabels } from '../../rules/time/dayTypes.ts'

/** The working calendars and their years. */
export const words = {
  calendars: { zh: '工作日历', en: 'Calendars' },
  national: { zh: '国家日历', en: 'The nation’s' },
  calendar: { zh: '日历', en: 'Calendar' },
  year: { zh: '年度', en: 'Year' },
  ...dayTypeLabels,
  takeBack: { zh: '撤回单独调整', en: 'As it was before' },
  notPublished: {
    zh: '该年度尚未导入：跨入该年的期限为暂定，导入后自动重算。',
    en: 'This year is not in yet: due times that reach it are provisional, and are computed anew when it is.',
  },
  fromNation: { zh: '本日历没有自己的年度，按国家日历。', en: 'It has no year of its own, so the nation’s counts.' },
  import: { zh: '导入年度', en: 'Import a year' },
  newCalendar: { zh: '新建客户日历', en: 'A client’s own calendar' },
  newCalendarHelp: {
    zh: '先取名（字母、数字、连字符），再导入年度或调整单日；在客户资料中选用。',
    en: 'Give it a name (letters, digits, hyphens), then import a year or set single days; a customer’s file chooses it.',
  },
  file: { zh: '文件（Excel、CSV 或 JSON）', en: 'File: Excel, CSV or JSON' },
  fileHelp: {
    zh: '两列：日期，类型（法定节假日、调休、补班）；只写与平常不同的日子。',
    en: 'Two columns: the date, and statutory, adjustedRest or makeUp; only the days that differ from the usual.',
  },
  preview: { zh: '导入后的样子', en: 'What it will look like' },
  line: { zh: '第 {n} 行：{text}', en: 'Line {n}: {text}' },
  source: { zh: '来源', en: 'Source' },
  sourceHelp: { zh: '如 国办发明电〔2026〕9号', en: 'As the number of the notice' },
  version: { zh: '版本', en: 'Version' },
  publishedOn: { zh: '公布日期', en: 'Published on' },
  importedAt: { zh: '导入时间', en: 'Imported' },
  read: {
    zh: '读到：法定节假日 {s} 天，调休 {a} 天，补班 {m} 天。',
    en: 'Read: {s} statutory holidays, {a} adjusted rest days, {m} make-up days.',
  },
  imported: { zh: '已导入，{n} 件事项的期限已重算。', en: 'Imported; due times of {n} cases were computed anew.' },
  sameAgain: { zh: '这一版本此前已导入，内容相同。', en: 'This version was in already, with the same days.' },
  setDay: { zh: '单独调整一天', en: 'Set a single day' },
  day: { zh: '日期', en: 'Day' },
  type: { zh: '类型', en: 'What it is' },
  ownDays: { zh: '单独调整的日子', en: 'Days set on their own' },
  versions: { zh: '来源与版本', en: 'Sources and versions' },
  users: { zh: '采用此日历的客户：{names}', en: 'Customers it is for: {names}' },
  picture: { zh: '{year} 年', en: '{year}' },
} as const satisfies Record<string, Text>
