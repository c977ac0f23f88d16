import { describe, expect, it } from 'vitest'
import { isLatin, sounding } from './pinyin.ts'

describe('a name by how it sounds', () => {
  it.each([
    ['张三', 'zs', 0],
    ['张三', 'ZHANGSAN', 0],
    ['张三', 'zhangs', 0],
    ['城东供电公司', 'gd', 1],
    // A surname is read as surnames are; so are towns.
    ['曾小贤', 'zxx', 0],
    ['单雄信', 'sxx', 0],
    ['重庆供电', 'cq', 0],
    ['张三', 'san', undefined],
    ['㴨水', 'xs', undefined],
    ['John Smith', 'john', 0],
  ] as const)('%s by %s', (name, asked, rank) => expect(sounding(name, asked)).toBe(rank))

  it('is asked for by letters alone', () => {
    expect(['zs', 'ZS', '张', 'z3', ''].map(isLatin)).toEqual([true, true, false, false, false])
  })
})
