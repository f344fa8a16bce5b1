import { useEffect, useState } from 'react'

/** A wish of the learner about role-plays, off until asked for, and remembered in this browser. */
export function useRemembered(wish: 'sound' | 'basis-last'): [on: boolean, set: (on: boolean) => void] {
  const stored = `liangchuang/${wish}`
  const [on, setOn] = useState(false)
  useEffect(() => {
    try {
      setOn(localStorage.getItem(stored) === 'on')
    } catch {
      // A browser without storage asks again each time.
    }
  }, [stored])
  return [
    on,
    (next) => {
      setOn(next)
      try {
        localStorage.setItem(stored, next ? 'on' : 'off')
      } catch {
        // As above.
      }
    },
  ]
}
