'use client'
import { type ReactNode, useState } from 'react'
import type { ErrorBody } from '@/domain/errors'

/** A file to keep. What is refused is said here and does not become a file; without a script the link itself does it. */
export function DownloadButton({ href, children }: { href: string; children: ReactNode }) {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function download() {
    setBusy(true)
    setMessage('')
    try {
      const response = await fetch(href)
      if (response.ok) {
        const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
        const url = URL.createObjectURL(await response.blob())
        const link = Object.assign(document.createElement('a'), { href: url, download: decodeURIComponent(named ?? '') })
        link.click()
        // The browser reads it after the click has returned.
        setTimeout(() => URL.revokeObjectURL(url), 60_000)
      } else setMessage(((await response.json()) as ErrorBody).error.message)
    } catch {
      setMessage('网络中断，没有下载。恢复后再试一次。')
    }
    setBusy(false)
  }
  return (
    <span className="download">
      <a
        className="btn btn-2 btn-s"
        href={href}
        aria-disabled={busy}
        onClick={(event) => {
          event.preventDefault()
          if (!busy) void download()
        }}
      >
        {busy ? '正在准备' : children}
      </a>
      <span role="alert" className="v v-warn empty:hidden">
        {message}
      </span>
    </span>
  )
}
