'use client'
import { useRouter } from 'next/navigation'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { upload } from '@/components/api-client'

const sizeOf = (bytes: number) => (bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 2 ** 20).toFixed(1)}MB`)

/** A roster by button or drop. What comes of it is shown on the page of the import. */
export function UploadForm() {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (!file || !input.current || busy) return
    input.current.files = event.dataTransfer.files
    setChosen(file)
    setMessage('')
  }
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const file = input.current?.files?.[0]
    if (!file) return setMessage('请先选一个花名册文件。')
    const full = new FormData(event.currentTarget).has('full')
    setBusy(true)
    setMessage('')
    const answer = await upload('uploadRoster', { file, query: { name: file.name, full: full ? '1' : '0' } })
    if (answer.ok) return router.push(`/people/imports/${answer.data.importId}`)
    setBusy(false)
    setMessage(answer.message)
  }
  return (
    <form onSubmit={send} className="upload">
      <label
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          className="vh"
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            setChosen(event.currentTarget.files?.[0] ?? null)
            setMessage('')
          }}
        />
        {chosen ? (
          <>
            <b>{chosen.name}</b>
            <span className="aux">{sizeOf(chosen.size)}，点这里换一个</span>
          </>
        ) : (
          <>
            <b>选择文件，或拖到这里</b>
            <span className="aux">xlsx或csv，最多12万行、32MB；编码自动识别</span>
          </>
        )}
      </label>
      <label className="tick">
        <input type="checkbox" name="full" />
        <span>
          这是完整名册
          <small>勾选后，名册里没有的在册人员记为离职。管理员和内容负责人不受影响。</small>
        </span>
      </label>
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
      <div className="form-acts">
        <button type="submit" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy}>
          {busy ? '正在上传' : '上传并预检'}
        </button>
        <p className="aux">预检不改动任何人，核对后再确认写入。</p>
      </div>
    </form>
  )
}
