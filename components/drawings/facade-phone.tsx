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

/** The facade at night with one lit window, for phones. */
export function FacadePhone() {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="facade"
      viewBox="0 0 390 332"
      preserveAspectRatio="xMidYMax slice"
      role="img"
      aria-label="夜色里的营业厅，一扇窗亮着灯"
    >
      <defs>
        <radialGradient id="fg390" cx=".5" cy=".02" r="1">
          <stop offset="0" stopColor="var(--color-lamp-core)" />
          <stop offset=".9" stopColor="var(--color-lamp)" />
        </radialGradient>
        <linearGradient id="sp390" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--color-lamp)" stopOpacity=".6" />
          <stop offset="1" stopColor="var(--color-lamp)" stopOpacity="0" />
        </linearGradient>
      </defs>
      <rect width="390" height="332" fill="var(--color-wall)" />
      <path d="M0 86.8H390" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M0 257.8H390" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M0 428.8H390" stroke="var(--color-wall-2)" strokeWidth="2" />
      <path d="M131 232H319L348 334H102z" fill="url(#sp390)" />
      <g transform="translate(-72 -66)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H53L9 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(136 -66)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H117L62 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(344 -66)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H96L44 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(-72 105)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H117L62 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(136 105)">
        <Hall states={lit} viewBox="746.7 504.7 207.3 143.3" x="0" y="0" width="178" height="123" preserveAspectRatio="xMaxYMid slice" />
        <path d="M0 0H178" stroke="none" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(344 105)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H75L27 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(-72 276)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H96L44 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(136 276)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H75L27 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
      <g transform="translate(344 276)">
        <rect width="178" height="123" fill="var(--color-glass)" />
        <path d="M0 0H53L9 123H0z" fill="var(--color-glass-2)" opacity=".6" />
        <path d="M89.0 31.98V123" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <path d="M0 31.98H178" stroke="var(--color-glass-line)" strokeWidth="1.4" />
        <rect x="1" y="1" width="176" height="121" fill="none" stroke="var(--fl)" strokeWidth="2" />
        <rect x="-7" y="123" width="192" height="5" fill="var(--fl)" />
      </g>
    </svg>
  )
}
