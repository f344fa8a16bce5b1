import type { Answer } from '@/domain/grading'

/** Answers not yet acknowledged by the server, by item. Kept in the browser until they are, so that a reload loses nothing. */
export type Pending = Record<string, { id: string; sequence: number; answer: Answer }>

const name = (attemptId: string) => `liangchuang/pending/${attemptId}`

export function loadPending(attemptId: string): Pending {
  try {
    return JSON.parse(localStorage.getItem(name(attemptId)) ?? '{}') as Pending
  } catch {
    return {}
  }
}
export function storePending(attemptId: string, pending: Pending) {
  try {
    if (Object.keys(pending).length === 0) localStorage.removeItem(name(attemptId))
    else localStorage.setItem(name(attemptId), JSON.stringify(pending))
  } catch {
    // A browser without storage still has the page's own memory.
  }
}
