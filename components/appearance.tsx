'use client'
import { useState } from 'react'
import { call } from './api-client'
import { keep } from './large-text-button'

const themes = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
] as const

/** Looks: applied at once, kept for this browser. */
export function Appearance({ theme, large }: { theme: string; large: boolean }) {
  const [chosen, setChosen] = useState(theme)
  const [big, setBig] = useState(large)
  function setTheme(value: string) {
    setChosen(value)
    keep('theme', value)
    if (value === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = value
  }
  function setLarge(value: boolean) {
    setBig(value)
    keep('size', value ? 'large' : 'normal')
    if (value) document.documentElement.dataset.size = 'large'
    else delete document.documentElement.dataset.size
  }
  return (
    <>
      <fieldset className="py-3">
        <legend className="aux">颜色</legend>
        <div className="choices">
          {themes.map(({ value, label }) => (
            <button key={value} type="button" className="chip" aria-pressed={chosen === value} onClick={() => setTheme(value)}>
              {label}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className="py-3">
        <legend className="aux">字号</legend>
        <div className="choices">
          <button type="button" className="chip" aria-pressed={!big} onClick={() => setLarge(false)}>
            标准
          </button>
          <button type="button" className="chip" aria-pressed={big} onClick={() => setLarge(true)}>
            大字版
          </button>
        </div>
      </fieldset>
    </>
  )
}

export function SignOutButton() {
  const [message, setMessage] = useState('')
  return (
    <>
      <button
        type="button"
        className="btn btn-2 wide"
        onClick={async () => {
          const answer = await call('signOut', { params: {}, body: {} })
          if (answer.ok || answer.code === 'not-signed-in') window.location.assign('/sign-in')
          else setMessage(answer.message)
        }}
      >
        退出登录
      </button>
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
    </>
  )
}
