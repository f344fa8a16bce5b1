import { encode } from 'uqr'
import { statusWord } from '@/domain/certificate'
import { type CertificateFace, layOutFace } from '@/domain/certificate-face'
import { a4, faceColours } from '@/domain/guilloche'
import { qrOptions, qrPath } from '@/domain/qr'
import { fullDate } from '@/domain/time'
import './certificate.css'

/** The certificate as it is printed, as wide as its container. Always light. `verifyUrl` goes into the QR code. */
export function CertificateCard({ certificate, verifyUrl }: { certificate: CertificateFace; verifyUrl: string }) {
  const { texts, lines, emblem, qr, band } = layOutFace(certificate)
  const code = encode(verifyUrl, qrOptions)
  const label = `${certificate.title}，${certificate.holderName}，编号${certificate.number}，有效期至${fullDate(certificate.validUntil)}，${statusWord[certificate.status]}`
  return (
    <svg className="certificate" viewBox={`0 0 ${a4.width} ${a4.height}`} role="img" aria-label={label}>
      <rect width={a4.width} height={a4.height} fill={faceColours.paper} />
      <image href="/certificate-frame.svg" width={a4.width} height={a4.height} />
      <g transform={`translate(${emblem.x} ${emblem.y}) scale(${emblem.scale})`} stroke={faceColours.ink}>
        <rect x="6" y="3" width="20" height="21" fill={faceColours.gold} strokeWidth="2" />
        <path d="M16 3v21M6 11h20" strokeWidth="1.6" />
        <path d="M2 28h28" strokeWidth="3" />
      </g>
      {lines.map(({ x1, y1, x2, y2, width, colour }) => (
        <line key={`${x1} ${y1} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} stroke={colour} strokeWidth={width} />
      ))}
      {band && <rect {...band} fill={faceColours.paper} />}
      {texts.map(({ text, x, y, size, anchor, font, tracking, colour }) => (
        // Tracking is added after the last character too: what is centred moves by half of it, what ends there by all of it.
        <text
          key={`${x} ${y}`}
          className={font}
          x={x + (anchor === 'middle' ? tracking / 2 : anchor === 'end' ? tracking : 0)}
          y={y}
          fontSize={size}
          letterSpacing={tracking || undefined}
          textAnchor={anchor}
          fill={colour}
        >
          {text}
        </text>
      ))}
      <path d={qrPath(code.data)} fill={faceColours.ink} transform={`translate(${qr.x} ${qr.y}) scale(${qr.width / code.size})`} shapeRendering="crispEdges" />
    </svg>
  )
}
