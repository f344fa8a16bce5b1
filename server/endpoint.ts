import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { api, type Bodies, type EndpointName, type JsonEndpoint, type PathParams, type Results, type UploadEndpoint, type UploadResults } from '@/domain/api'
import { AppError, type ErrorBody, type ErrorCode, errorStatus, type Refusal } from '@/domain/errors'
import { type Actor, authorize, type Scope } from './access'
import { readActor } from './auth/session'
import { type Database, type Db, database } from './db'
import { env } from './env'
import { log } from './log'
import { withinRate } from './rate'

type Api = typeof api
type ScopeOf<K extends EndpointName> = Scope<Api[K]['action']>
type Params<K extends EndpointName> = PathParams<Api[K]['path']>
type ActorOf<K extends EndpointName> = Api[K]['action'] extends 'account.sign-in' | 'certificate.verify' | 'service.health' ? Actor | null : Actor

export type Context<K extends EndpointName, Body> = {
  actor: ActorOf<K>
  scope: ScopeOf<K>
  params: Params<K>
  query: URLSearchParams
  body: Body
  /** The transaction where the endpoint declares one, else the client. */
  db: Db
  requestId: string
}

/**
 * `statement`: each query commits by itself. `transaction`: all of `run` or nothing. `none`: no connection is held; `run`
 * gets the client and must not hold one through slow work.
 */
type DbUse = 'statement' | 'transaction' | 'none'

type JsonSpec<K extends JsonEndpoint> = {
  kind: 'json'
  body: z.ZodType<Bodies[K]>
  db: DbUse
  limitBytes?: number
  run: (context: Context<K, Bodies[K]>) => Promise<Results[K] | Refusal>
}
/** A file as the raw body. `limit.message` tells what to do about one that is larger. */
type UploadSpec<K extends UploadEndpoint> = {
  kind: 'upload'
  db: DbUse
  limit: { bytes: number; message: string }
  run: (context: Context<K, Buffer>) => Promise<UploadResults[K] | Refusal>
}
type StreamSpec<K extends EndpointName> = { kind: 'stream'; db: DbUse; run: (context: Context<K, undefined>) => Promise<Response> }

const defaultLimitBytes = 16 * 1024
const deepest = 12

const baseHeaders = { 'cache-control': 'private, no-store', vary: 'cookie', 'x-content-type-options': 'nosniff' }

function errorResponse(code: ErrorCode, message: string, requestId: string, reason?: string): Response {
  const body: ErrorBody = { error: { code, ...(reason ? { reason } : {}), message, requestId } }
  return Response.json(body, { status: errorStatus[code], headers: { ...baseHeaders, 'x-request-id': requestId } })
}

/** Posts from another site are refused before anything is read. Tools without a browser send neither header, and no cookie rides along with them. */
function refuseCrossSite(request: Request) {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = new URL(env().NEXTAUTH_URL).origin
  if ((site && site !== 'same-origin') || (origin && origin !== own)) throw new AppError('cross-site', '这个请求来自别的网站，没有执行。请回到学习平台再操作。')
}

/** Strings that Postgres cannot hold or that no keyboard makes, and nesting that no form has. */
function refuseStrange(value: unknown, depth = 0): void {
  if (depth > deepest) throw new AppError('invalid', '内容层级太深，没有保存。请刷新页面再试。')
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) throw new AppError('invalid', '内容里有无法保存的字符，请删去后再试。')
  if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      refuseStrange(key, depth)
      refuseStrange(inner, depth + 1)
    }
}

/** Reads a body of one type, and at most as much of it as is allowed, whatever its length header says. */
async function readBody(request: Request, wanted: string, limit: { bytes: number; message: string }): Promise<Buffer> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== wanted) throw new AppError('unsupported-type', '请求的格式不对，没有保存。请刷新页面再试。')
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > limit.bytes) throw new AppError('too-large', limit.message)
      chunks.push(chunk)
    }
  return Buffer.concat(chunks)
}

async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const bytes = await readBody(request, 'application/json', { bytes: limitBytes, message: '内容太长，没有保存。请缩短后再试。' })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('invalid', '请求内容不完整，没有保存。请刷新页面再试。')
  }
  refuseStrange(value)
  return value
}

function parseBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  // Our own messages are Chinese; zod's English ones say nothing to a learner.
  const written = parsed.error.issues.find((issue) => /[一-鿿]/.test(issue.message))?.message
  throw new AppError('invalid', written ?? '提交的内容不符合要求，没有保存。请刷新页面再试。')
}

/** Ids in a path: uuids or content ids. Anything else names nothing. */
function checkParams(params: Record<string, string>) {
  for (const value of Object.values(params))
    if (!/^[\w.-]{1,64}$/.test(value)) throw new AppError('not-found', '没有找到这一项。它可能已移动，或不在您的查看范围内。')
}

function inTransaction<T>(db: Database, use: DbUse, run: (db: Db) => Promise<T>): Promise<T> {
  return use === 'transaction' ? db.$transaction(run, { maxWait: 5_000, timeout: 10_000 }) : run(db)
}

/** Unreachable or overloaded database: the learner is told to try again, nothing else. */
function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  const message = error instanceof Error ? error.message : ''
  return (
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', '57P01', '57P03'].includes(code) ||
    /ECONNREFUSED|timeout exceeded when trying to connect|terminat/i.test(message)
  )
}

async function respond<K extends EndpointName>(
  name: K,
  request: Request,
  given: Promise<Record<string, string>> | undefined,
  work: (context: Context<K, undefined>) => Promise<Response>,
): Promise<Response> {
  const requestId = uuid()
  const started = performance.now()
  const { action, method } = api[name]
  let status = 500
  let actorId: string | undefined
  try {
    if (method !== 'GET') refuseCrossSite(request)
    const actor = await readActor(request.headers.get('cookie'))
    actorId = actor?.personId
    if (!(await withinRate(action, actorId, request.headers))) throw new AppError('rate-limited', '操作太频繁，请一分钟后再试。')
    const scope = authorize(actor, action) as ScopeOf<K>
    const params = (await given) ?? {}
    checkParams(params)
    const query = new URL(request.url).searchParams
    const response = await work({ actor: actor as ActorOf<K>, scope, params: params as Params<K>, query, body: undefined, db: database(), requestId })
    status = response.status
    response.headers.set('x-request-id', requestId)
    return response
  } catch (error) {
    let answer: Response
    if (error instanceof AppError) answer = errorResponse(error.code, error.message, requestId)
    else if (isUnavailable(error)) {
      log.error({ requestId, endpoint: name, err: error }, 'database unavailable')
      answer = errorResponse('unavailable', '服务正在恢复，请几秒后再试。已保存的内容都在。', requestId)
    } else {
      log.error({ requestId, endpoint: name, err: error }, 'endpoint failed')
      answer = errorResponse('internal', '这一步没有完成，请再试一次。仍不行时，把编号告诉省客户服务管理部。', requestId)
    }
    status = answer.status
    return answer
  } finally {
    log.info({ requestId, endpoint: name, actorId, status, ms: Math.round(performance.now() - started) }, 'request')
  }
}

const isRefusal = (result: object): result is Refusal => 'kind' in result && result.kind === 'refused'

type Handler = (request: Request, given: { params: Promise<Record<string, string>> }) => Promise<Response>

/**
 * Wraps a verb into a handler of web `Request` and `Response`: session row → rate → policy → scope → size and shape of the body →
 * run → one shape of answer. `{ data }` with 200, or `{ error }` with the status of its code.
 */
export function endpoint<K extends JsonEndpoint>(name: K, spec: JsonSpec<K>): Handler
export function endpoint<K extends UploadEndpoint>(name: K, spec: UploadSpec<K>): Handler
export function endpoint<K extends EndpointName>(name: K, spec: StreamSpec<K>): Handler
export function endpoint(name: EndpointName, spec: JsonSpec<JsonEndpoint> | UploadSpec<UploadEndpoint> | StreamSpec<EndpointName>): Handler {
  return (request, given) =>
    respond(name, request, given?.params, async (context) => {
      if (spec.kind === 'stream') {
        const response = await inTransaction(database(), spec.db, (db) => spec.run({ ...context, db } as never))
        for (const [key, value] of Object.entries(baseHeaders)) if (!response.headers.has(key)) response.headers.set(key, value)
        return response
      }
      const body =
        spec.kind === 'upload'
          ? await readBody(request, 'application/octet-stream', spec.limit)
          : parseBody(spec.body, await readJson(request, spec.limitBytes ?? defaultLimitBytes))
      const result = await inTransaction<object>(database(), spec.db, (db) => spec.run({ ...context, body, db } as never))
      if (isRefusal(result)) return errorResponse('refused', result.message, context.requestId, result.reason)
      return Response.json({ data: result }, { headers: baseHeaders })
    })
}
