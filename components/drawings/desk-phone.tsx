/** A desk telephone, its arcs lit ring by ring. Decoration: the number of the ring is the page's text. */
export function DeskPhone({ rings, ringing, lifted }: { rings: number; ringing: boolean; lifted: boolean }) {
  const keys = [0, 1, 2, 3].flatMap((row) => [0, 1, 2].map((column) => ({ x: 128 + column * 24, y: 148 + row * 18 })))
  return (
    <svg className="desk-phone" viewBox="0 0 320 260" aria-hidden="true" data-ringing={ringing}>
      <g fill="none" strokeLinecap="round" strokeWidth="4">
        {[0, 1, 2].map((arc) => (
          <g key={arc} className={rings > arc ? 'arc on' : 'arc'}>
            <path d={`M${62 - arc * 20} ${84 - arc * 12}c${-14 - arc * 6} ${24 + arc * 10}-${14 + arc * 6} ${50 + arc * 14} 0 ${74 + arc * 24}`} />
            <path d={`M${258 + arc * 20} ${84 - arc * 12}c${14 + arc * 6} ${24 + arc * 10} ${14 + arc * 6} ${50 + arc * 14} 0 ${74 + arc * 24}`} />
          </g>
        ))}
      </g>
      <g stroke="var(--color-draw, #1F1B18)" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round">
        <path d="M92 112h136l18 112H74z" fill="#5C6B78" />
        <path d="M72 224h176v14H72z" fill="#475562" />
        <path d="M118 92h84v22h-84z" fill="#475562" />
        <rect x="114" y="124" width="92" height="16" fill="var(--color-lamp, #FFEFC2)" />
        {keys.map(({ x, y }) => (
          <rect key={`${x}-${y}`} x={x} y={y} width="16" height="11" rx="2.5" fill="#F2EEE8" strokeWidth="1.6" />
        ))}
        <path
          d="M76 86c0-20 20-24 32-22 8 2 12 10 20 12h64c8-2 12-10 20-12 12-2 32 2 32 22v18c0 6-4 10-10 10h-24c-6 0-9-4-10-10l-2-8h-76l-2 8c-1 6-4 10-10 10H86c-6 0-10-4-10-10z"
          fill="#6E7E8C"
          transform={lifted ? 'translate(0 -42) rotate(-8 160 90)' : undefined}
        />
        {lifted && <path d="M84 66Q60 150 76 214" fill="none" />}
      </g>
      <path d="M20 240h280" stroke="var(--color-sill)" strokeWidth="5" />
    </svg>
  )
}
