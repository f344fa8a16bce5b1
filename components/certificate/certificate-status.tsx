import { type CertificateStatus, statusWord } from '@/domain/certificate'

const marks: Record<CertificateStatus | 'unknown', string> = {
  valid: 'm5 12.5 4.5 4.5L19 7.5',
  expired: 'M12 7v5.5l3.500 2M12 3.500a8.500 8.500 0 1 0 .01 0z',
  revoked: 'M6.500 6.500l11 11M17.500 6.500l-11 11',
  unknown: 'M6 12h12',
}

/** The status as an icon and a word, never by colour alone. */
export function CertificateStatusWord({ status, className = '' }: { status: CertificateStatus | 'unknown'; className?: string }) {
  return (
    <span className={`v ${status === 'valid' ? 'v-ok' : status === 'unknown' ? 'v-ink' : 'v-warn'} ${className}`}>
      <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
        <path d={marks[status]} />
      </svg>
      {statusWord[status]}
    </span>
  )
}
