import path from 'node:path'
import { Document, Font, G, Line, Page, Path, Rect, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer'
import { encode } from 'uqr'
import { statusWord } from '@/domain/certificate'
import { a4, certificateFrame } from '@/domain/guilloche'
import { fullDate } from '@/domain/time'
import type { CertificateView } from './queries'

const fontFile = (family: 'noto-serif-sc' | 'noto-sans-sc', weight: '400Regular' | '700Bold') =>
  path.join(process.env.PROJECT_ROOT ?? process.cwd(), 'node_modules/@expo-google-fonts', family, weight, `${family === 'noto-serif-sc' ? 'NotoSerifSC' : 'NotoSansSC'}_${weight}.ttf`)

let registered = false
function registerFonts() {
  if (registered) return
  const weights = [['400Regular', 400], ['700Bold', 700]] as const
  Font.register({ family: 'serif', fonts: weights.map(([name, fontWeight]) => ({ src: fontFile('noto-serif-sc', name), fontWeight })) })
  Font.register({ family: 'sans', fonts: weights.map(([name, fontWeight]) => ({ src: fontFile('noto-sans-sc', name), fontWeight })) })
  // Chinese may break after any character.
  Font.registerHyphenationCallback((word) => (/[　-鿿＀-￯]/.test(word) ? [...word].flatMap((letter) => [letter, '']) : [word]))
  registered = true
}

const ink = '#1F1B18'
const grey = '#6F675F'
const gold = '#C9A45C'
const frame = certificateFrame()

const Field = ({ label, value, width, mono = false }: { label: string; value: string; width: number; mono?: boolean }) => (
  <View style={{ width, paddingHorizontal: 8, borderLeftWidth: 0.5, borderLeftColor: '#DDD6CD' }}>
    <Text style={{ fontFamily: 'sans', fontSize: 8.5, color: grey, marginBottom: 3 }}>{label}</Text>
    <Text style={mono ? { fontFamily: 'sans', fontWeight: 700, fontSize: 10 } : { fontFamily: 'serif', fontWeight: 700, fontSize: 11.5 }}>{value}</Text>
  </View>
)

function Qr({ text, size }: { text: string; size: number }) {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 0 })
  const unit = size / modules
  return (
    <Svg width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
      {data.flatMap((row, y) => row.map((dark, x) => (dark ? <Rect key={`${x}-${y}`} x={x * unit} y={y * unit} width={unit + 0.05} height={unit + 0.05} fill={ink} /> : null)))}
    </Svg>
  )
}

/** The certificate as a PDF: A4 landscape, fonts subset and embedded. `verifyUrl` goes into the QR code. Some 30 ms. */
export async function drawCertificatePdf(certificate: CertificateView, verifyUrl: string): Promise<Buffer> {
  registerFonts()
  const name = [...certificate.holderName]
  const programme = certificate.scope.split('｜')
  return renderToBuffer(
    <Document title={`${certificate.title} ${certificate.number}`} author={certificate.issuer} language="zh-CN">
      <Page size="A4" orientation="landscape" style={{ backgroundColor: '#FFFEFA', color: ink, fontFamily: 'serif' }}>
        <Svg fixed style={{ position: 'absolute', top: 0, left: 0 }} width={a4.width} height={a4.height - 0.5} viewBox={`0 0 ${a4.width} ${a4.height}`}>
          {frame.watermark.map((d) => (
            <Path key={d.slice(0, 40)} d={d} stroke={gold} strokeWidth={0.35} fill="none" opacity={0.22} />
          ))}
          <Rect x={14} y={14} width={a4.width - 28} height={a4.height - 28} fill="none" stroke={ink} strokeWidth={0.8} />
          <Rect x={36} y={36} width={a4.width - 72} height={a4.height - 72} fill="none" stroke={ink} strokeWidth={0.8} />
          {frame.bands.map((d) => (
            <Path key={d.slice(0, 60)} d={d} stroke={gold} strokeWidth={0.5} fill="none" />
          ))}
          {frame.corners.map(({ x, y, paths }) => (
            <G key={`${x}-${y}`}>
              <Rect x={x - 22} y={y - 22} width={44} height={44} fill="#FFFEFA" />
              {paths.map((d) => (
                <Path key={d.slice(0, 60)} d={d} stroke={gold} strokeWidth={0.5} fill="none" />
              ))}
            </G>
          ))}
          <G transform="translate(405 62)">
            <Rect x={4} y={0} width={24} height={24} fill="#E3B34C" stroke={ink} strokeWidth={2} />
            <Line x1={16} y1={0} x2={16} y2={24} stroke={ink} strokeWidth={2} />
            <Line x1={4} y1={11} x2={28} y2={11} stroke={ink} strokeWidth={2} />
            <Line x1={0} y1={28} x2={32} y2={28} stroke={ink} strokeWidth={3} />
          </G>
        </Svg>
        <View style={{ alignItems: 'center', paddingTop: 104 }}>
          <Text style={{ fontSize: 36, fontWeight: 700, letterSpacing: 6 }}>{certificate.title}</Text>
          <Text style={{ fontFamily: 'sans', fontSize: 9.5, color: grey, marginTop: 8 }}>{programme.join('　')}</Text>
          <Text style={{ fontSize: name.length > 8 ? 26 : 38, fontWeight: 700, letterSpacing: name.length <= 4 ? 8 : 2, marginTop: 48 }}>{certificate.holderName}</Text>
          <View style={{ width: 220, height: 2.5, backgroundColor: ink, marginTop: 10 }} />
          {certificate.status !== 'valid' && <Text style={{ fontFamily: 'sans', fontWeight: 700, fontSize: 13, marginTop: 6 }}>{statusWord[certificate.status]}</Text>}
          <Text style={{ fontSize: 14, marginTop: certificate.status === 'valid' ? 26 : 8, lineHeight: 1.9, textAlign: 'center' }}>
            已修完《客户服务标准实施细则（试行）》规定的{'\n'}全部必修课程，认证考试与情景演练考核合格，特发此证。
          </Text>
        </View>
        <View style={{ position: 'absolute', left: 78, right: 78, top: 408, flexDirection: 'row', borderTopWidth: 0.8, borderBottomWidth: 0.5, borderTopColor: ink, borderBottomColor: '#DDD6CD', paddingVertical: 10 }}>
          <Field label="所在机构" value={certificate.unitName} width={180} />
          <Field label="成绩等级" value="合格" width={80} />
          <Field label="签发日期" value={fullDate(certificate.issuedOn)} width={135} />
          <Field label="有效期至" value={fullDate(certificate.validUntil)} width={135} />
          <Field label="证书编号" value={certificate.number} width={156} mono />
        </View>
        <View style={{ position: 'absolute', left: 78, right: 78, top: 476, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' }}>
          <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
            <Qr text={verifyUrl} size={64} />
            <Text style={{ fontFamily: 'sans', fontSize: 8.5, color: grey, marginLeft: 12, lineHeight: 1.7 }}>扫码验真，或在验真页输入编号与姓名。{'\n'}企业内部培训合格证明，不作执业资格凭证。</Text>
          </View>
          <View style={{ alignItems: 'flex-end' }}>
            <Text style={{ fontFamily: 'sans', fontSize: 8.5, color: grey }}>签发单位</Text>
            <Text style={{ fontSize: 14, fontWeight: 700, marginTop: 4 }}>{certificate.issuer}</Text>
          </View>
        </View>
      </Page>
    </Document>,
  )
}
