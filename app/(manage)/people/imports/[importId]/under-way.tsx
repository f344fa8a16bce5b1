'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/** Looks again a second and a half after the last look has come back, until the worker is through: a look in vain must not push the next one out. */
export function UnderWay({ title, says }: { title: string; says: string }) {
  const router = useRouter()
  const [looking, look] = useTransition()
  useEffect(() => {
    if (looking) return
    const timer = setTimeout(() => look(() => router.refresh()), 1_500)
    return () => clearTimeout(timer)
  }, [looking, router])
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
