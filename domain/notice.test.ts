import { expect, test } from 'vitest'
import { notice, noticeVersion } from './notice'

test('the version is the day it holds from; what is set is in the text, and an empty line is no paragraph', () => {
  expect(noticeVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const sections = notice({
    issuer: '示例服务部',
    settings: { privacyContact: { name: '示例合规岗', phone: '8001', mail: '' }, retention: { text: '离职后三年。\n\n证书长期。' } },
  })
  expect(sections[0]?.paragraphs[0]).toContain('示例服务部')
  expect(sections.find(({ title }) => title === '留多久')?.paragraphs).toEqual(['离职后三年。', '证书长期。'])
  expect(sections.at(-1)?.paragraphs).toEqual(['示例合规岗', '电话：8001'])
  for (const { paragraphs } of sections) expect(new Set(paragraphs).size).toBe(paragraphs.length)
})
