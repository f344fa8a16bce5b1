import Link from 'next/link'

export default function NotFound() {
  return (
    <main className="phone gut justify-center gap-4" style={{ maxWidth: '30rem' }}>
      <h1 className="text-h2">没有找到这一页</h1>
      <p>它可能已移动，或不在您的查看范围内。</p>
      <Link className="btn btn-1" href="/" prefetch={false}>
        回到首页
      </Link>
    </main>
  )
}
