import path from 'node:path'
import { Font } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { unprintableCharacters } from './printable'

const files = ['noto-serif-sc/400Regular/NotoSerifSC_400Regular', 'noto-serif-sc/700Bold/NotoSerifSC_700Bold', 'noto-sans-sc/400Regular/NotoSansSC_400Regular']
const fonts = await Promise.all(
  files.map(async (fontFamily) => {
    Font.register({ family: fontFamily, src: path.join(process.cwd(), 'node_modules/@expo-google-fonts', `${fontFamily}.ttf`) })
    await Font.load({ fontFamily })
    return new Set<number>(Font.getFont({ fontFamily }).data?.characterSet)
  }),
)
const drawn = (point: number) => fonts.every((font) => font.has(point))

describe('what the certificate’s fonts lack', () => {
  it('says of every character of Unicode’s Han blocks what the fonts say', () => {
    const blocks = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x2f7ff],
      [0x30000, 0x323af],
    ] as const
    const wrong: string[] = []
    for (const [from, to] of blocks)
      for (let point = from; point <= to; point++)
        if ((unprintableCharacters(String.fromCodePoint(point)).length === 0) !== drawn(point)) wrong.push(point.toString(16))
    expect(wrong).toEqual([])
  })
  it('claims nothing else that they cannot draw', () => {
    const wrong: string[] = []
    for (let point = 0x20; point < 0x1f000; point++)
      if (!(point >= 0xd800 && point < 0xe000) && unprintableCharacters(String.fromCodePoint(point)).length === 0 && !drawn(point))
        wrong.push(point.toString(16))
    expect(wrong).toEqual([])
  })
  it.each([
    ['王敏', []],
    ['买买提·艾力', []],
    ['清川市分公司（示例）', []],
    ['䶮', []],
    ['𠮷田𠮷', ['𠮷']],
    ['葛\u{e0100}', ['\u{e0100}']],
    ['ابن', ['ا', 'ب', 'ن']],
  ])('%s', (name, missing) => expect(unprintableCharacters(name)).toEqual(missing))
})
