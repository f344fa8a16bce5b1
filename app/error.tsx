'use client'

export default function ErrorPage({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="phone gut justify-center gap-4" style={{ maxWidth: '30rem' }}>
      <h1 className="text-h2">这一页没有打开</h1>
      <p>服务可能正在恢复。已保存的内容都在，请过几秒再试。</p>
      <button type="button" className="btn btn-1" onClick={reset}>
        再试一次
      </button>
      <a className="btn btn-2" href="/">
        回到首页
      </a>
    </main>
  )
}
