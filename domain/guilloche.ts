/** Guilloche: the woven line pattern of a certificate, as SVG path data from sine waves and rosettes. Pure geometry, points as the unit. */

type Point = { x: number; y: number }

const tenth = (value: number) => Math.round(value * 100) / 100
const pair = (x: number, y: number) => `${tenth(x)}${y < 0 ? '' : ' '}${tenth(y)}`

/**
 * A smooth path through `at(0) … at(1)` in `steps` cubic pieces. Neighbouring control points mirror each other at even steps, so that the
 * short form of SVG says it all: a fifth of the size of the same line in straight pieces.
 */
function smooth(at: (t: number) => Point, steps: number): string {
  const h = 1e-5
  const point = (i: number): Point => {
    const { x, y } = at(i / steps)
    return { x: tenth(x), y: tenth(y) }
  }
  const handle = (i: number): Point => {
    const [before, after] = [at(i / steps - h), at(i / steps + h)]
    const third = 1 / (steps * 3 * 2 * h)
    return { x: (after.x - before.x) * third, y: (after.y - before.y) * third }
  }
  let from = point(0)
  let path = `M${pair(from.x, from.y)}`
  for (let i = 1; i <= steps; i++) {
    const to = point(i)
    const [out, back] = [handle(i - 1), handle(i)]
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    path += i === 1 ? `c${pair(out.x, out.y)} ${pair(dx - back.x, dy - back.y)} ${pair(dx, dy)}` : `s${pair(dx - back.x, dy - back.y)} ${pair(dx, dy)}`
    from = to
  }
  return path
}

/** Four interwoven waves along a line from (x, y), `swing` to either side, each about `wavelength` long; downwards when `vertical`. */
export function band(x: number, y: number, length: number, swing: number, wavelength: number, vertical = false): string[] {
  const waves = Math.round(length / wavelength)
  return [0, 1, 2, 3].map((strand) =>
    smooth((t) => {
      const across = swing * Math.sin(2 * Math.PI * t * waves + (strand * Math.PI) / 2)
      return vertical ? { x: x + across, y: y + t * length } : { x: x + t * length, y: y + across }
    }, waves * 4),
  )
}

/** A rosette about (x, y): `strands` shifted against each other, each swinging `waves` times a round about the circle of `radius`. */
export function rosette(x: number, y: number, radius: number, swing: number, waves: number, strands: number): string[] {
  // A long wave bends with the circle too and needs more pieces.
  const pieces = waves * Math.max(4, Math.ceil(60 / waves))
  return Array.from({ length: strands }, (_, strand) => {
    const at = (t: number) => {
      const r = radius + swing * Math.sin(2 * Math.PI * (t * waves + strand / strands))
      return { x: x + r * Math.cos(2 * Math.PI * t), y: y + r * Math.sin(2 * Math.PI * t) }
    }
    return `${smooth(at, pieces)}z`
  })
}

export const a4 = { width: 841.89, height: 595.28 } as const

export type CertificateFrame = {
  /** The two ruled lines, as insets from the edge of the sheet. */
  insets: [outer: number, inner: number]
  bands: string[]
  corners: { x: number; y: number; radius: number; paths: string[] }[]
  watermark: string[]
}

/** The frame of the certificate on A4 landscape, and the large rosette behind the text. */
export function certificateFrame(): CertificateFrame {
  const middle = 25.84
  const start = 47
  const [right, bottom] = [a4.width - middle, a4.height - middle]
  const [across, down] = [a4.width - 2 * start, a4.height - 2 * start]
  const corner = (x: number, y: number) => ({ x, y, radius: 20, paths: [...rosette(x, y, 11, 4.7, 12, 4), ...rosette(x, y, 17.6, 1.2, 24, 2)] })
  const centre = { x: a4.width / 2, y: 283.5 }
  return {
    insets: [15.66, 36.03],
    bands: [
      ...band(start, middle, across, 6.3, 23.4),
      ...band(start, bottom, across, 6.3, 23.4),
      ...band(middle, start, down, 6.3, 23.4, true),
      ...band(right, start, down, 6.3, 23.4, true),
    ],
    corners: [corner(middle, middle), corner(right, middle), corner(middle, bottom), corner(right, bottom)],
    watermark: [...rosette(centre.x, centre.y, 117.5, 45.4, 11, 10), ...rosette(centre.x, centre.y, 178.6, 5.5, 64, 4)],
  }
}

export const faceColours = {
  paper: '#FFFDF8',
  ink: '#1F1B18',
  inkSoft: '#57504A',
  inkFaint: '#6F675F',
  line: '#DDD6CD',
  gold: '#E3B34C',
  weave: '#A2762A',
  watermark: '#C79A3A',
  warn: '#8F4E00',
} as const

/** Frame and watermark as a picture of their own, for the certificate on a screen. */
export function certificateFrameSvg(): string {
  const { insets, bands, corners, watermark } = certificateFrame()
  const c = faceColours
  const paths = (list: string[]) => list.map((d) => `<path d="${d}"/>`).join('')
  const rect = (inset: number) => `<rect x="${inset}" y="${inset}" width="${tenth(a4.width - 2 * inset)}" height="${tenth(a4.height - 2 * inset)}"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a4.width} ${a4.height}" fill="none">`,
    `<g stroke="${c.watermark}" stroke-width=".47" opacity=".24">${paths(watermark)}</g>`,
    `<g stroke="${c.weave}" stroke-width=".47">${paths(bands)}</g>`,
    `<g stroke="${c.ink}" stroke-width=".78">${insets.map(rect).join('')}</g>`,
    ...corners.map(
      ({ x, y, radius, paths: woven }) =>
        `<circle cx="${x}" cy="${tenth(y)}" r="${radius}" fill="${c.paper}"/><g stroke="${c.weave}" stroke-width=".47">${paths(woven)}</g>`,
    ),
    '</svg>\n',
  ].join('\n')
}
