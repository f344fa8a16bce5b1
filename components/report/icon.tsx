const paths = {
  down: 'm5.5 9.5 6.5 6 6.5-6',
  right: 'm9.5 5.5 6.5 6.5-6.5 6.5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  alert: 'M12 5v9M12 18.5v.1',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
