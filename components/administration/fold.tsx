import type { ReactNode } from 'react'
import { Icon } from '@/components/report/icon'

/** A form that is closed until asked for, unless `open`; `now` says how things stand. */
export function Fold({ title, now, open, children }: { title: string; now?: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
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
