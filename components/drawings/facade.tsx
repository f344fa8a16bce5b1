import { Hall } from './hall'

const lit = {
  general: 'on' as const,
  principles: 'on' as const,
  dress: 'on' as const,
  grooming: 'on' as const,
  manner: 'on' as const,
  guide: 'on' as const,
  counter: 'on' as const,
  phone: 'on' as const,
  gallery: 'on' as const,
  exam: 'on' as const,
}

/** The facade at night with one lit window, for wide screens. */
export function Facade() {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="facade"
      viewBox="0 0 800 800"
      preserveAspectRatio="xMidYMax slice"
      role="img"
      aria-label="夜色里的营业厅，一扇窗亮着灯"
    >
      <defs>
        <radialGradient id="fg800" cx=".5" cy=".02" r="1">
          <stop offset="0" stopColor="var(--color-lamp-core)" />
          <stop offset=".9" stopColor="var(--color-lamp)" />
        </radialGradient>
        <linearGradient id="sp800" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--color-lamp)" stopOpacity=".6" />
          <stop offset="1" stopColor="var(--color-lamp)" stopOpacity="0" />
        </linearGradient>
      </defs>
      <rect width="800" height="800" fill="var(--color-wall)" />
      <path d="M0 210.1H800" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M0 592.1H800" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M0 974.1H800" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M180 544H620L649 682H151z" fill="url(#sp800)" />
      <g transform="translate(-309 -140)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H129L22 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(185 -140)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H284L151 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(679 -140)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H232L108 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(-309 242)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H284L151 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(185 242)">
        <Hall states={lit} viewBox="747.3 504.7 206.7 143.3" x="0" y="0" width="430" height="298" preserveAspectRatio="xMaxYMid slice" />
        <path d="M0 0H430" stroke="none" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(679 242)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H181L65 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(-309 624)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H232L108 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(185 624)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H181L65 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(679 624)">
        <rect width="430" height="298" fill="var(--color-glass)" />
        <path d="M0 0H129L22 298H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M215.0 77.48V298" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 77.48H430" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="428" height="296" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="298" width="444" height="5" fill="var(--fl)" />
      </g>
    </svg>
  )
}
