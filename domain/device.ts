/** Names of a browser and a system out of the line by which a browser introduces itself: enough to know one's own devices again. */

/** The first that fits counts: browsers carry the names of those they descend from. */
const browsers: [RegExp, string][] = [
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/MQQBrowser|QQBrowser/i, 'QQ浏览器'],
  [/UCBrowser|UCWEB/i, 'UC浏览器'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/HeyTapBrowser/i, 'OPPO浏览器'],
  [/VivoBrowser/i, 'vivo浏览器'],
  [/baidu(boxapp|browser)/i, '百度'],
  [/QihooBrowser|360SE|QHBrowser/i, '360浏览器'],
  [/SamsungBrowser/i, '三星浏览器'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/Android/i, '安卓'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/i, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]
const nameIn = (table: [RegExp, string][], text: string) => table.find(([sign]) => sign.test(text))?.[1]

/** A user agent header in; "Edge，Windows" out, only the system or the browser when the other is not said, and '' for nothing known. */
export function deviceName(userAgent: string | null | undefined): string {
  // What is longer is no browser's; what comes after cannot change the answer.
  const text = (userAgent ?? '').slice(0, 512)
  return [nameIn(browsers, text), nameIn(systems, text)].filter((name) => name !== undefined).join('，')
}
