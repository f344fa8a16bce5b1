import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceName } from './device'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', 'Edge，Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Chrome，Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'Safari，Mac'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox，Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1', 'Chrome，iPhone'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI',
    '微信，iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; M2012) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.22 MicroMessenger/7.0.1',
    '企业微信，安卓',
  ],
  ['Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH) AppleWebKit/537.36 Chrome/114 HuaweiBrowser/15.0 Mobile Safari/537.36', '华为浏览器，鸿蒙'],
  ['okhttp/4.9 (Android)', '安卓'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})

test('whatever a browser says, the name is short and made of our own words', () => {
  expect(deviceName(null)).toBe('')
  const piece = fc.oneof(fc.constantFrom('Chrome/', 'MicroMessenger', 'Windows', 'Android', 'HarmonyOS', 'Mozilla/5.0 ('), fc.string({ maxLength: 200 }))
  const said = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
  const own = /^([\p{Script=Han}\w]{2,9}(，[\p{Script=Han}\w]{2,8})?)?$/u
  fc.assert(fc.property(said, (text) => own.test(deviceName(text))))
})
