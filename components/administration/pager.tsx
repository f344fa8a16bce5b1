import Link from 'next/link'

/** To the pages of a list before and after this one, as far as there are any. `at`: which page of how many, where they are numbered. */
export function Pager({ before, after, at }: { before: string | null; after: string | null; at?: { page: number; pages: number } }) {
  if (!before && !after) return null
  return (
    <nav className="pages" aria-label="翻页">
      {before && (
        <Link className="btn btn-2 btn-s" href={before} prefetch={false}>
          上一页
        </Link>
      )}
      {at && (
        <span className="aux">
          第{at.page}页，共{at.pages}页
        </span>
      )}
      {after && (
        <Link className="btn btn-2 btn-s" href={after} prefetch={false}>
          下一页
        </Link>
      )}
    </nav>
  )
}
