import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Mark, Wordmark } from '@/components/drawings/wordmark'
import { publishedSettings } from '@/server/content/store'
import './verify.css'

export const metadata: Metadata = { title: '证书验真', robots: { index: false, follow: false, nocache: true }, referrer: 'no-referrer' }

/** What a stranger sees who checks a certificate: no navigation, nothing of the platform. */
export default async function VerifyLayout({ children }: { children: ReactNode }) {
  const { company } = await publishedSettings()
  return (
    <div className="phone verify">
      <header className="hd gut">
        <Mark size={26} />
        <Wordmark height={18} />
        <span>证书验真</span>
      </header>
      {children}
      <footer className="ft aux gut">
        {company}
        <i className="sep" />
        企业内部培训合格证明，不作执业资格凭证。
      </footer>
    </div>
  )
}
