import type { ReactNode } from 'react'

/** A form that is closed until asked for. */
export function Fold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="sec fold" open={open}>
      <summary>
        {title}
        <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m6 9.500 6 6 6-6" />
        </svg>
      </summary>
      {children}
    </details>
  )
}

export function Said({ message, done }: { message: string; done?: string }) {
  return (
    <>
      <p role="alert" className="v v-warn mt-3 empty:hidden">
        {message}
      </p>
      <p role="status" className="v v-ok mt-3 empty:hidden">
        {message === '' && done}
      </p>
    </>
  )
}
