/** Lit for a valid certificate, dark glass for every other answer. Decoration: the word beside it says the same. */
export function VerifyWindow({ lit }: { lit: boolean }) {
  return (
    <>
      <svg className={lit ? 'w lighting' : 'w'} viewBox="0 0 148 120" aria-hidden="true">
        <defs>
          <radialGradient id="lamp" cx=".5" cy="0" r="1">
            <stop offset="0" stopColor="var(--color-lamp-core)" />
            <stop offset=".9" stopColor="var(--color-lamp)" />
          </radialGradient>
        </defs>
        <rect x="2" y="2" width="144" height="120" fill={lit ? 'url(#lamp)' : 'var(--color-glass)'} stroke="var(--color-sill)" strokeWidth="4" />
        {!lit && <path d="M14 106l44-52M90 106l44-52" stroke="var(--color-glass-line)" strokeWidth="2" />}
        <path d="M74 2v118M2 42h144" stroke="var(--color-sill)" strokeWidth="3.2" />
      </svg>
      <div className="sill" />
      {lit && <div className="spill" aria-hidden="true" />}
    </>
  )
}
