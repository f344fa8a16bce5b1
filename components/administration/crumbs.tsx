import Link from 'next/link'
import { Icon } from '@/components/report/icon'

/** Links to what lies above a page, from the top down. */
export function Crumbs({ places }: { places: { name: string; href: string }[] }) {
  return (
    <nav aria-label="上级页面" className="crumbs">
      {places.map(({ name, href }) => (
        <span key={href}>
          <Link className="link" href={href} prefetch={false}>
            {name}
          </Link>
          <Icon name="right" />
        </span>
      ))}
    </nav>
  )
}
