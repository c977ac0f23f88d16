import { roles } from '../../rules/roles.ts'
import { policies } from '../../rules/policy/index.ts'
import { topics as matters } from '../../rules/policy/topics.ts'
import type { Text } from '../../rules/text.ts'

const named = (language: keyof Text) => policies.map(({ id, title }) => `${id} ${title[language]}`).join('; ')
const ruled = [...new Set(policies.flatMap((policy) => policy.topics))].filter((topic) => topic !== 'house')
const topics = (language: keyof Text) => ruled.map((topic) => matters[topic]![language]).join('; ')
const held = (language: keyof Text) =>
  Object.values<Text>(roles)
    .map((role) => role[language])
    .join('; ')

/** What to write into the columns that their heading doesn't explain. */
export const hints = {
  superior: {
    zh: '直接上级的工号（不重名时也可填姓名），可在本表任何一行；没有上级则留空。',
    en: "The superior's code (or name, where only one has it), from any row of this file; blank where there is none.",
  },
  personKind: { zh: '员工 / 甲方 / 承包方；留空为员工。', en: 'Staff / Client / Contractor; blank: Staff.' },
  region: { zh: '区域代码或名称。', en: 'The code or the name of a region.' },
  regions: { zh: '区域代码或名称，多个用分号分开。', en: 'Codes or names of regions, parted by semicolons.' },
  lineKind: {
    zh: '热线（谁值班谁接）/ 直线（一个人的座机）',
    en: 'Hotline (whoever is on duty) / Direct (somebody’s desk)',
  },
  desk: { zh: '直线填机主的工号；热线留空。', en: 'Of a direct line, whose desk it is; blank for a hotline.' },
  owner: {
    zh: '本公司的人填工号；客户的人填后两列。',
    en: 'Of ours; for somebody at a customer the next two columns.',
  },
  numbers: {
    zh: '可有多个，用分号分开；座机带区号。只增加，不删除。',
    en: 'Several are parted by semicolons; landlines with their area code. They are added, never taken away.',
  },
  roles: {
    zh: `多个用分号分开；只在一个区域任职的写成 岗位@区域。只增加，不删除。可用：${held('zh')}`,
    en: `Parted by semicolons; held in one region only: role@region. They are added, never taken away. Known: ${held('en')}`,
  },
  flag: { zh: '是 / 否', en: 'yes / no' },
  contact: {
    zh: '一个客户有几位联系人就写几行，客户代码相同。',
    en: 'One row for each person at a customer, with the same customer code.',
  },
  policy: { zh: `制度编号：${named('zh')}`, en: `The number of a rulebook: ${named('en')}` },
  topic: { zh: `该制度规定的事项：${topics('zh')}`, en: `A matter that the rulebook rules: ${topics('en')}` },
  whose: {
    zh: '适用于谁：填工号则为个人，填项目则为项目，只填客户则为客户，都不填则为全公司。',
    en: 'Whom it holds for: the person, else the project, else the customer that is named; none: the whole company.',
  },
  from: { zh: '从哪天起适用；留空为今天。', en: 'The first day it holds; blank: today.' },
  to: { zh: '到哪天为止（含当天）；留空为长期。', en: 'The last day it holds; blank: for good.' },
  opening: {
    zh: '启用系统之前的：事故、评价、连续中评、培训考试不及格、无过失月、工资档次、技能考试合格。',
    en: 'From before the start: Accident, Rating, Fair scores in a row, Failed training exam, Clean month, Pay grade, Skill exam passed.',
  },
  openingOn: { zh: '发生日期；无过失月填年月。', en: 'The day it happened; of a clean month, the month.' },
  openingValue: {
    zh: '事故：I / II；评价：优 / 良 / 中 / 差（最差一项）；连续中评：个数；工资档次：1 / 2 / 3。',
    en: 'Accident: I / II; rating: Excellent / Good / Fair / Poor (the worst score); fair scores: how many; pay grade: 1 / 2 / 3.',
  },
  claimed: {
    zh: '按此日期补记；过去的时间须由负责人核实后才作准。',
    en: 'Entered as of this day; a time gone by counts once somebody in charge confirms it.',
  },
  earliest: { zh: '留空则取仍可行的最早日期。', en: 'Blank: as early as it can still be.' },
} as const satisfies Record<string, Text>
