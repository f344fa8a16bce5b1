import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['林若楠', 'lrn'],
  ['欧阳晴', 'oyq'],
  ['单雄信', 'sxx'],
  ['曾小贤', 'zxx'],
  ['巴特尔·阿古拉', 'bteagl'],
  ['Anna 李', 'annal'],
  ['𠮷田', '𠮷t'],
  ['', ''],
])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
