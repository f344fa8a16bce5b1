import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { rosterColumns } from '@/domain/roster'
import type { RosterSummary } from '@/domain/roster-import'
import { workOnImport } from '@/server/rosters/work-on-import'
import { sessionCookie } from '@/tests/factories'
import { freePort } from '../postgres'
import { end, forkBound } from '../processes'
import { type Proof, prove } from '../proof-database'

/**
 * A roster of 100,000 people as xlsx, from upload to written, through a web process and the worker as they run: how long, how much more memory the
 * worker takes than idle, and whether the web process answers as before. Then the same file again, which must change nothing, and the undo.
 */

const people = 100_000
const goal = { seconds: 30, moreMemoryMb: 512, healthP95Ms: 50 }

/** The web process: its endpoints are mounted as they are; they need nothing of Next. */
async function serve(port: number): Promise<void> {
  const [{ health }, { uploadRoster }, { confirmRoster }] = await Promise.all([
    import('@/server/service/health'),
    import('@/server/rosters/upload-roster'),
    import('@/server/rosters/confirm-roster'),
  ])
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
    const [, , , importId = ''] = url.pathname.split('/')
    const handler = url.pathname === '/api/health' ? health : importId ? confirmRoster : uploadRoster
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
    )
    const body = request.method === 'GET' ? null : (request as unknown as ReadableStream)
    const answer = await handler(new Request(url, { method: request.method ?? 'GET', headers, body, duplex: 'half' } as RequestInit), {
      params: Promise.resolve<Record<string, string>>(importId ? { importId } : {}),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
  })
  server.keepAliveTimeout = 120_000 // a connection closed while we were busy would look like a fault of the service
  server.listen(port, '127.0.0.1', () => process.send?.('listening'))
}

async function makeRoster(province: string): Promise<Buffer> {
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
  const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰桐佳雄圆晴远航岚微'
  const pick = (text: string, i: number) => text[i % text.length] ?? ''
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('花名册')
  sheet.addRow([...rosterColumns])
  for (let i = 0; i < people; i++)
    sheet.addRow([
      `R${String(i).padStart(7, '0')}；1${String(3_000_000_000 + i)}`,
      pick(surnames, i) + pick(given, i * 7) + pick(given, i * 13 + (i >> 5)),
      `${province}/第${i % 12}市分公司/第${i % 180}支公司`,
      ['客户经理', '柜面客服', '查勘定损', '电话坐席'][i % 4],
      ['展业', '咨询', '理赔', '回访'][i % 4],
      i % 3 === 0 ? '个人代理' : '员工',
      new Date(Date.UTC(2015 + (i % 10), i % 12, 1 + (i % 28))),
      '在岗',
      i % 500 === 0 ? '是' : '',
      `1${String(3_000_000_000 + i)}`,
      `r${i}@example.com`,
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const residentMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Asks for health again and again and watches memory until `stop`. */
function watch(address: string, workerPid: number, webPid: number) {
  const times: number[] = []
  let going = true
  let worker = 0
  let web = 0
  const asked = (async () => {
    while (going) {
      const began = performance.now()
      await (await fetch(`${address}/api/health`)).text()
      times.push(performance.now() - began)
      worker = Math.max(worker, residentMb(workerPid))
      web = Math.max(web, residentMb(webPid))
      await sleep(100)
    }
  })()
  asked.catch(() => {}) // told when it is waited for; when something else failed first, that is what matters
  return async () => {
    going = false
    await asked
    times.sort((a, b) => a - b)
    const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10
    return { worker, web, p50: at(0.5), p95: at(0.95), worst: at(1), asked: times.length }
  }
}

async function main({ db, province, administrator }: Proof): Promise<boolean> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  process.env.NEXTAUTH_URL = address
  const file = await makeRoster(province)
  const web = forkBound(fileURLToPath(import.meta.url), { env: process.env }, [String(port)])
  const worker = forkBound(path.resolve('server/worker.ts'), { env: { ...process.env, ROLE: 'worker' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve) => web.once('message', () => resolve()))
  const pids = [worker.pid ?? 0, web.pid ?? 0] as const
  try {
    await sleep(8_000)
    const cookie = await sessionCookie(db, administrator.id)
    const send = async (at: string, body: BodyInit, type: string) => {
      const response = await fetch(`${address}/api/rosters${at}`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, cookie: `${cookie.name}=${cookie.value}`, origin: address },
      })
      const answer = (await response.json()) as { data?: { importId: string }; error?: { message: string } }
      if (!answer.data) throw new Error(answer.error?.message)
      return answer.data
    }
    const until = async (importId: string, state: string) => {
      for (;;) {
        const row = await db.rosterImport.findUniqueOrThrow({ where: { id: importId }, select: { state: true, refusal: true, summary: true } })
        if (row.state === state) return row.summary as RosterSummary
        if (row.state === 'refused' || (row.summary as RosterSummary | null)?.interrupted) throw new Error(row.refusal ?? `${state} was interrupted`)
        await sleep(200)
      }
    }
    const upload = (name: string) => send(`?name=${name}.xlsx&full=0`, new Uint8Array(file), 'application/octet-stream')

    const stopIdle = watch(address, ...pids)
    await sleep(10_000)
    const idle = await stopIdle()

    const stopBusy = watch(address, ...pids)
    const began = performance.now()
    const { importId } = await upload('first')
    const uploaded = performance.now()
    const { counts } = await until(importId, 'checked')
    const checked = performance.now()
    await send(`/${importId}/confirmation`, JSON.stringify({ leavers: null }), 'application/json')
    await until(importId, 'written')
    const written = performance.now()
    const busy = await stopBusy()

    const again = await until((await upload('again')).importId, 'checked')
    await db.rosterImport.update({ where: { id: importId }, data: { state: 'undoing' } })
    const undoBegan = performance.now()
    await workOnImport(db, importId, 'undoing')
    const { undone } = await until(importId, 'undone')
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10
    const figures = {
      people,
      fileMb: Math.round((file.length / 2 ** 20) * 10) / 10,
      seconds: seconds(began, written),
      uploadSeconds: seconds(began, uploaded),
      checkSeconds: seconds(uploaded, checked),
      writeSeconds: seconds(checked, written),
      undoSeconds: seconds(undoBegan, performance.now()),
      workerIdleMb: Math.round(idle.worker),
      moreMemoryMb: Math.round(busy.worker - idle.worker),
      webMoreMemoryMb: Math.round(busy.web - idle.web),
      healthMs: { before: { p50: idle.p50, p95: idle.p95, worst: idle.worst }, during: { p50: busy.p50, p95: busy.p95, worst: busy.worst } },
      again: again.counts,
      goal,
    }
    console.log(JSON.stringify(figures))
    return (
      counts.new === people &&
      counts.wrong === 0 &&
      again.counts.unchanged === people &&
      undone?.removed === people &&
      figures.seconds <= goal.seconds &&
      figures.moreMemoryMb <= goal.moreMemoryMb &&
      busy.p95 <= goal.healthP95Ms
    )
  } finally {
    await Promise.all([end(web), end(worker)])
  }
}

const [port] = process.argv.slice(2)
if (port && process.send) await serve(Number(port))
else await prove(main)
