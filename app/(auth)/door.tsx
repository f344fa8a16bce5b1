import Link from 'next/link'
import type { ReactNode } from 'react'
import { Facade } from '@/components/drawings/facade'
import { FacadePhone } from '@/components/drawings/facade-phone'
import { Wordmark } from '@/components/drawings/wordmark'

/** The facade with one lit window beside (or above) a form. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="phone door">
      <div className="art art-p">
        <FacadePhone />
      </div>
      <div className="art art-d">
        <Facade />
      </div>
      <div className="form gut">
        <div className="logo">
          <Wordmark height={40} />
          <p>客户服务标准学习平台</p>
        </div>
        <h1>{title}</h1>
        {children}
        <p className="foot aux">
          <Link className="link" href="/privacy" prefetch={false}>
            隐私说明
          </Link>
          <span className="sep" />
          企业内部培训平台
        </p>
      </div>
    </main>
  )
}
