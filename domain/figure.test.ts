import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileContent } from '@/server/content/compile'
import { allRules } from './curriculum'
import { drawFigure, faultsOf, figureSchema, partsOf } from './figure'

describe('a figure drawn from a seed', () => {
  const models = fc.constantFrom('woman' as const, 'man' as const)
  test('has exactly the faults asked for, each with a rule and a label, and the same seed draws it again', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(4), models, (seed, faults, model) => {
        const figure = drawFigure(seed, { model, faults })
        expect(faultsOf(figure)).toHaveLength(faults)
        expect(drawFigure(seed, { model, faults })).toEqual(figure)
        expect(partsOf(figure)).toHaveLength(model === 'man' ? 8 : 7)
      }),
    )
  })
  test('every fault comes up, cites a rule of the register, and what is seen does not tell the verdict', () => {
    const rules = new Set(allRules(compileContent().curriculum.standard).map((rule) => rule.id))
    const seen = new Set<string>()
    for (let n = 0; n < 600; n++) {
      const figure = drawFigure(`seed-${n}`, { faults: 2 })
      for (const { part, rule } of faultsOf(figure)) {
        expect(rules.has(rule), rule).toBe(true)
        seen.add(`${figure.model}/${part}/${figure.layers[part]}`)
      }
      for (const { seen: words } of partsOf(figure)) expect(words).not.toMatch(/不合|违|刺眼|怪异|整洁|过短|不得/)
    }
    expect(seen.size).toBe(20)
  })
})

describe('a figure in a file', () => {
  test('complies but for what is named', () => {
    expect(faultsOf(figureSchema.parse({ model: 'man' }))).toEqual([])
    expect(faultsOf(figureSchema.parse({ model: 'man', layers: { bottom: 'shorts' } }))).toEqual([{ part: 'bottom', rule: '2.2.8', label: '不着短裤' }])
  })
  test('names the variants there are when one is not among them', () => {
    const refused = figureSchema.safeParse({ model: 'woman', layers: { top: 'vest' } })
    expect(refused.error?.issues[0]?.message).toContain('可用：uniform suit camisole')
    expect(figureSchema.safeParse({ model: 'woman', layers: { beard: 'long' } }).error?.issues[0]?.message).toContain('没有这一处')
  })
})
