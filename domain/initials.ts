import { pinyin } from 'pinyin-pro'

/**
 * The first letters of a name in pinyin, lower case, as people type them to find somebody: 欧阳晴 → "oyq", 单雄信 → "sxx" (surnames are read as
 * surnames), 巴特尔·阿古拉 → "bteagl". Letters of other scripts stay; signs between names fall away.
 */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 30)
}
