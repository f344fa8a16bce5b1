import { Worker } from 'node:worker_threads'
import type { ImportState } from '@/domain/roster-import'
import { systemScope } from '../access'
import { database } from '../db'
import { log } from '../log'
import { beginNext, dropOldDetails, holdWork, releaseWork, setRefused, takeBack } from './queries'

const scope = systemScope('the worker works on rosters')

const tooMuch = '文件太大或太复杂，没有读完。请只留名册那一页，再上传。'
/** A thread gets this much memory and time; a roster of 100,000 people needs about half of it. */
const bounds = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 }
const patienceMs = 300_000

/** Works on one import in a thread, so that other jobs go on and a file that eats memory ends nothing but its thread. */
function inThread(next: { id: string; state: ImportState }): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: next, resourceLimits: bounds })
    const timer = setTimeout(() => {
      void thread.terminate()
      reject(new Error('the thread took too long'))
    }, patienceMs)
    thread.once('error', reject)
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/**
 * Works on all imports that have something to do, one after the other. `client` is a connection that holds the claim: whatever was begun and is
 * not claimed was killed, and is taken back. Returns false when another process is at it.
 */
export async function workOnRosters(client: Parameters<typeof holdWork>[0], work = inThread): Promise<boolean> {
  if (!(await holdWork(client, scope))) return false
  try {
    const db = database()
    await takeBack(db, scope, tooMuch)
    for (let next = await beginNext(db, scope); next; next = await beginNext(db, scope)) {
      const began = performance.now()
      try {
        await work(next)
        log.info({ importId: next.id, was: next.state, ms: Math.round(performance.now() - began) }, 'roster worked on')
      } catch (error) {
        log.error({ importId: next.id, was: next.state, err: error }, 'roster failed')
        const { code } = error as { code?: string }
        if (next.state === 'staged' && code === 'ERR_WORKER_OUT_OF_MEMORY') await setRefused(db, scope, next.id, tooMuch)
      }
      await takeBack(db, scope, tooMuch)
    }
    await dropOldDetails(db, scope)
    return true
  } finally {
    await releaseWork(client, scope)
  }
}
