import { type ApiAnswer, api, type Bodies, type JsonEndpoint, type PathParams, type Results, type UploadEndpoint, type UploadResults } from '@/domain/api'
import type { ErrorCode } from '@/domain/errors'

export type Called<T> = { ok: true; data: T } | { ok: false; code: ErrorCode | 'offline'; reason?: string; message: string }

/** Calls an endpoint of the API table. Never throws: a lost network is an answer too, and a lost session leads to signing in and back. */
export async function call<K extends JsonEndpoint>(
  name: K,
  { params, body }: { params: PathParams<(typeof api)[K]['path']>; body: Bodies[K] },
): Promise<Called<Results[K]>> {
  const { method, path } = api[name]
  const url = path.replace(/\[(\w+)\]/g, (_, key: string) => encodeURIComponent((params as Record<string, string>)[key] ?? ''))
  return send<Results[K]>(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), keepalive: method === 'PUT' })
}

/** Sends a file as it is to an endpoint that takes one. Answers as `call` does. */
export async function upload<K extends UploadEndpoint>(
  name: K,
  { file, query }: { file: File; query: Record<string, string> },
): Promise<Called<UploadResults[K]>> {
  const { method, path } = api[name]
  return send(`${path}?${new URLSearchParams(query)}`, { method, headers: { 'content-type': 'application/octet-stream' }, body: file })
}

async function send<T>(url: string, request: RequestInit): Promise<Called<T>> {
  let answer: ApiAnswer<T>
  try {
    const response = await fetch(url, request)
    answer = (await response.json()) as ApiAnswer<T>
  } catch {
    return { ok: false, code: 'offline', message: '网络中断，内容还在本页。恢复后再试一次。' }
  }
  if ('data' in answer) return { ok: true, data: answer.data }
  const { code, reason, message } = answer.error
  if (code === 'not-signed-in') window.location.assign(`/sign-in?from=${encodeURIComponent(window.location.pathname)}`)
  return { ok: false, code, ...(reason ? { reason } : {}), message }
}
