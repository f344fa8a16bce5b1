import path from 'node:path'
import { Circle, Document, Font, G, Line, Page, Path, Rect, renderToBuffer, Svg, Text } from '@react-pdf/renderer'
import pLimit from 'p-limit'
import { encode } from 'uqr'
import { type CertificateFace, type FaceText, layOutFace } from '@/domain/certificate-face'
import { a4, certificateFrame, faceColours } from '@/domain/guilloche'
import { qrOptions, qrPath } from '@/domain/qr'

const fontFile = (family: 'noto-serif-sc' | 'noto-sans-sc', weight: '400Regular' | '700Bold') =>
  path.join(process.cwd(), 'node_modules/@expo-google-fonts', family, weight, `${family === 'noto-serif-sc' ? 'NotoSerifSC' : 'NotoSansSC'}_${weight}.ttf`)

let registered = false
function registerFonts() {
  if (registered) return
  Font.register({ family: 'serif', src: fontFile('noto-serif-sc', '400Regular') })
  Font.register({ family: 'serif-bold', src: fontFile('noto-serif-sc', '700Bold') })
  Font.register({ family: 'sans', src: fontFile('noto-sans-sc', '400Regular') })
  // The layout breaks lines itself; nothing is to be hyphenated.
  Font.registerHyphenationCallback((word) => [word])
  registered = true
}

/** From the top of a line to its base line, in ems: the ascent of each font. */
const baseLine = { serif: 1.151, 'serif-bold': 1.151, sans: 1.16 } as const

function FaceLineOfText({ text, x, y, size, anchor, font, tracking, colour }: FaceText) {
  const align = anchor === 'start' ? 'left' : anchor === 'middle' ? 'center' : 'right'
  // A box wide enough for any line, hung so that its start, middle or end is at x. Tracking follows the last character too.
  const shift = anchor === 'middle' ? tracking / 2 : anchor === 'end' ? tracking : 0
  const left = x + shift - (anchor === 'start' ? 0 : anchor === 'middle' ? a4.width / 2 : a4.width)
  return (
    <Text
      style={{
        position: 'absolute',
        left,
        top: y - size * baseLine[font],
        width: a4.width,
        textAlign: align,
        fontFamily: font,
        fontSize: size,
        lineHeight: 1,
        letterSpacing: tracking,
        color: colour,
      }}
    >
      {text}
    </Text>
  )
}

const frame = certificateFrame()
/** A picture as high as the page would be put on a second one. */
const pictureHeight = a4.height - 0.5
const woven = (paths: string[], colour: string, opacity = 1) =>
  paths.map((d) => <Path key={d.slice(0, 80)} d={d} stroke={colour} strokeWidth={0.47} strokeOpacity={opacity} fill="none" />)

function Sheet({ certificate, verifyUrl }: { certificate: CertificateFace; verifyUrl: string }) {
  const { texts, lines, emblem, qr, band } = layOutFace(certificate)
  const code = encode(verifyUrl, qrOptions)
  const { paper, ink, gold, weave, watermark } = faceColours
  return (
    <Document title={`${certificate.title} ${certificate.number}`} author={certificate.issuer} language="zh-CN">
      <Page size="A4" orientation="landscape" style={{ backgroundColor: paper }}>
        <Svg style={{ position: 'absolute', top: 0, left: 0 }} width={a4.width} height={pictureHeight} viewBox={`0 0 ${a4.width} ${pictureHeight}`}>
          {woven(frame.watermark, watermark, 0.18)}
          {woven(frame.bands, weave)}
          {frame.insets.map((inset) => (
            <Rect key={inset} x={inset} y={inset} width={a4.width - 2 * inset} height={a4.height - 2 * inset} fill="none" stroke={ink} strokeWidth={0.78} />
          ))}
          {frame.corners.map(({ x, y, radius, paths }) => (
            <G key={`${x} ${y}`}>
              <Circle cx={x} cy={y} r={radius} fill={paper} />
              {woven(paths, weave)}
            </G>
          ))}
          <G transform={`translate(${emblem.x} ${emblem.y}) scale(${emblem.scale})`}>
            <Rect x={6} y={3} width={20} height={21} fill={gold} stroke={ink} strokeWidth={2} />
            <Path d="M16 3v21M6 11h20" stroke={ink} strokeWidth={1.6} />
            <Path d="M2 28h28" stroke={ink} strokeWidth={3} />
          </G>
          {lines.map(({ x1, y1, x2, y2, width, colour }) => (
            <Line key={`${x1} ${y1} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} stroke={colour} strokeWidth={width} />
          ))}
          {band && <Rect {...band} fill={paper} />}
          <G transform={`translate(${qr.x} ${qr.y}) scale(${qr.width / code.size})`}>
            <Path d={qrPath(code.data)} fill={ink} />
          </G>
        </Svg>
        {texts.map((line) => (
          <FaceLineOfText key={`${line.x} ${line.y}`} {...line} />
        ))}
      </Page>
    </Document>
  )
}

/** Drawing is all processor: no more than two at a time, so that answers to learners do not wait behind certificates. */
const drawing = pLimit(2)

/** The certificate as a PDF: A4 landscape, one page, fonts subset and embedded. `verifyUrl` goes into the QR code. */
export function drawCertificatePdf(certificate: CertificateFace, verifyUrl: string): Promise<Buffer> {
  registerFonts()
  return drawing(() => renderToBuffer(<Sheet certificate={certificate} verifyUrl={verifyUrl} />))
}
