import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: { default: '亮窗', template: '%s · 亮窗' }, description: '客户服务标准学习平台', icons: { icon: '/mark.svg' } }
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FAF8F5' },
    { media: '(prefers-color-scheme: dark)', color: '#15120F' },
  ],
}

/**
 * Runs before the first paint: a system without a Chinese font draws every character as the same box. Only then our own copy is
 * loaded (some megabytes that a phone with a Chinese font never fetches).
 */
const findChineseFont = `(function(){var c=document.createElement('canvas').getContext('2d');if(!c)return;var px=function(t){c.canvas.width=24;c.canvas.height=24;c.font='20px sans-serif';c.fillText(t,0,20);return Array.prototype.join.call(c.getImageData(0,0,24,24).data)};if(px('\\u6c38')!==px('\\u56fd'))return;document.documentElement.classList.add('no-cjk');['sans','serif'].forEach(function(f){var l=document.createElement('link');l.rel='stylesheet';l.href='/fonts/noto-'+f+'-sc.css';document.head.appendChild(l)})})()`

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const theme = jar.get('theme')?.value
  const size = jar.get('size')?.value
  const nonce = head.get('x-nonce') ?? undefined
  return (
    <html
      lang="zh-CN"
      data-theme={theme === 'dark' || theme === 'light' ? theme : undefined}
      data-size={size === 'large' ? 'large' : undefined}
      suppressHydrationWarning
    >
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {findChineseFont}
        </script>
        <noscript>
          <p className="gut">这个浏览器没有运行脚本，或版本太旧。请换用新版的 Edge、Chrome 或系统浏览器；仍不行时，请找本机构经理。</p>
        </noscript>
        {children}
      </body>
    </html>
  )
}
