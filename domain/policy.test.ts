import fc from 'fast-check'
import { expect, test } from 'vitest'
import { api } from './api'
import { covers, extentOf, type Grant, policy } from './policy'

test('every endpoint needs an action of the policy', () => {
  for (const { action } of Object.values(api)) expect(Object.keys(policy)).toContain(action)
})

test('a manager without a unit may do nothing more than a learner', () => {
  expect(extentOf('report.view', [{ role: 'manager', unitPath: null }])).toBeNull()
})

test('nobody but an administrator revokes', () => {
  for (const role of ['manager', 'content_owner'] as const) expect(extentOf('certificate.revoke', [{ role, unitPath: '/a/' }])).toBeNull()
  expect(extentOf('certificate.revoke', [{ role: 'administrator', unitPath: null }])?.all).toBe(true)
})

test('no grants ever reach outside the subtree of a manager', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}/`)
  fc.assert(
    fc.property(fc.array(path, { maxLength: 3 }), path, (managed, unitPath) => {
      const grants: Grant[] = managed.map((own) => ({ role: 'manager', unitPath: own }))
      const extent = extentOf('report.view', grants)
      const inside = managed.some((own) => unitPath === own || unitPath.startsWith(own))
      expect(extent !== null && covers(extent, 'me', { personId: 'other', unitPath })).toBe(inside)
    }),
  )
})
