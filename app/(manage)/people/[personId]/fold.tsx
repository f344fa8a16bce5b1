import type { ReactNode } from 'react'
import { Icon } from '@/components/report/icon'

/** A form that is closed until asked for; `now` says how things stand. */
export function Fold({ title, now, children }: { title: string; now?: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <span>
          {title}
          {now && <small>{now}</small>}
        </span>
        <Icon name="down" />
      </summary>
      <div>{children}</div>
    </details>
  )
}
