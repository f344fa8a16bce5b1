'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again every second and a half until the worker is through. */
export function UnderWay({ title, says }: { title: string; says: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), 1_500)
    return () => clearInterval(timer)
  }, [router])
  return (
    <section className="sec under-way" role="status">
      <p className="panes" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </p>
      <p>
        <b>{title}</b>
        <span className="sub">{says}</span>
      </p>
    </section>
  )
}
