'use client'
import { useState } from 'react'
import { Said } from './said'
import { useCall } from './use-call'

export function Appoint({ unitId, personId, name }: { unitId: string; personId: string; name: string }) {
  const { busy, message, send } = useCall('appointManager', { unitId })
  return (
    <>
      <button type="button" className="btn btn-2 btn-s" disabled={busy} aria-busy={busy} aria-label={`任命${name}`} onClick={() => void send({ personId })}>
        任命
      </button>
      <Said message={message} />
    </>
  )
}

/** Asked twice: a slip of the finger should not take somebody's reports away. */
export function Dismiss({ unitId, personId, name }: { unitId: string; personId: string; name: string }) {
  const { busy, message, send } = useCall('dismissManager', { unitId, personId })
  const [sure, setSure] = useState(false)
  return (
    <>
      {sure ? (
        <span className="flex flex-wrap justify-end gap-2">
          <button type="button" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy} onClick={() => void send({})}>
            确认免去
          </button>
          <button type="button" className="btn btn-2 btn-s" disabled={busy} onClick={() => setSure(false)}>
            取消
          </button>
        </span>
      ) : (
        <button type="button" className="btn btn-2 btn-s" aria-label={`免去${name}`} onClick={() => setSure(true)}>
          免去
        </button>
      )}
      <Said message={message} />
    </>
  )
}
