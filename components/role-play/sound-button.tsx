'use client'

export function SoundButton({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="ib" aria-pressed={on} aria-label={on ? '声音已开，轻触关闭' : '声音已关，轻触打开'} onClick={onToggle}>
      <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={
            on
              ? 'M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM15.5 9.500c1 1.5 1 3.5 0 5M18 7c2.2 3 2.2 7 0 10'
              : 'M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM16 9.500l5 5M21 9.500l-5 5'
          }
        />
      </svg>
    </button>
  )
}
