/**
 * What the fonts of the printed certificate (Noto Serif SC and Noto Sans SC) can draw, of what occurs in names: a name with anything else
 * is printed by the browser, whose system fonts know more. A test compares this with the fonts.
 */
const ranges: [from: number, to: number][] = [
  [0x20, 0x7e],
  [0xa0, 0x103],
  [0x3001, 0x3011],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fef],
  [0xff01, 0xff5e],
]
/** Beyond the basic plane only single characters, most of them of the 通用规范汉字表. */
const singles = new Set(
  '—‘’“”…・〇𠂇𠂉𠃌𠅤𠘨𠙶𠳐𡎚𡐓𡗗𢦏𣗋𣲗𣲘𣸣𤇾𤈎𤣩𤧛𤨁𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦥑𦭜𦰡𧢲𧺯𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨸏𨺙𩙿𩠐𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓𭕄',
)

/** The characters of a text that the certificate's fonts lack, each once, in order; empty when it can be printed as it is. */
export function unprintableCharacters(text: string): string[] {
  const has = (character: string) => {
    const point = character.codePointAt(0) ?? 0
    return singles.has(character) || ranges.some(([from, to]) => point >= from && point <= to)
  }
  return [...new Set(text)].filter((character) => !has(character))
}
