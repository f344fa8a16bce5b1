'use client'
import { useRef, useState } from 'react'

/** The public address of a certificate, to hand on. Where the browser gives no clipboard the address is selected instead. */
export function CopyVerifyLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [message, setMessage] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      setMessage('已复制，可以发给要查验的人。')
    } catch {
      field.current?.select()
      setMessage('已选中链接，请按复制键。')
    }
  }
  return (
    <div className="field">
      <label htmlFor="verify-link">验真链接</label>
      <div className="grid grid-cols-[1fr_auto] gap-2.5">
        <input id="verify-link" ref={field} readOnly value={url} className="min-w-0" onFocus={(event) => event.target.select()} />
        <button type="button" className="btn btn-2" onClick={copy}>
          复制
        </button>
      </div>
      <p role="status" className="aux empty:hidden">
        {message}
      </p>
    </div>
  )
}
