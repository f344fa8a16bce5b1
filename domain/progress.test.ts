import { expect, it } from 'vitest'
import { foremostDuty } from './progress'

const duty = (name: string, dueOn: string, state: { overdue?: boolean; completed?: boolean; waived?: boolean } = {}) => ({
  name,
  dueOn,
  overdue: false,
  completed: false,
  waived: false,
  ...state,
})
const cases: [string, ReturnType<typeof duty>[], string | undefined][] = [
  ['nobody is asked anything', [], undefined],
  ['what is due first', [duty('late', '2026-12-31'), duty('soon', '2026-12-05')], 'soon'],
  ['overdue before the rest', [duty('soon', '2026-12-05'), duty('over', '2026-12-06', { overdue: true })], 'over'],
  ['the longest overdue', [duty('over', '2026-11-06', { overdue: true }), duty('older', '2026-10-06', { overdue: true })], 'older'],
  ['never what is done while something is open', [duty('done', '2026-01-05', { completed: true }), duty('open', '2026-12-31')], 'open'],
  ['never what is waived while something is open', [duty('waived', '2026-01-05', { waived: true }), duty('open', '2026-12-31')], 'open'],
  ['the latest of what is done', [duty('done', '2026-01-05', { completed: true }), duty('newer', '2026-06-05', { completed: true })], 'newer'],
  ['waived last', [duty('waived', '2026-12-31', { waived: true }), duty('done', '2026-01-05', { completed: true })], 'done'],
]
it.each(cases)('%s', (_name, duties, expected) => expect(foremostDuty(duties)?.name).toBe(expected))
