/** Guilloche: the woven line pattern of a certificate, as SVG path data from sine waves and rosettes. Pure geometry, points as the unit. */

const round = (value: number) => Math.round(value * 100) / 100
const line = (points: [number, number][]) => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`

/** A band of interwoven waves from (x, y) along `length`, `height` wide, each wave `wavelength` long; upright when `vertical`. */
export function band(x: number, y: number, length: number, height: number, wavelength: number, vertical = false): string[] {
  const count = Math.round(length / wavelength)
  return [0, 1, 2, 3].map((strand) => {
    const phase = (strand * Math.PI) / 2
    const steps = count * 14
    return line(
      Array.from({ length: steps + 1 }, (_, i): [number, number] => {
        const along = (length * i) / steps
        const across = height / 2 + (height / 2) * Math.sin((2 * Math.PI * along * count) / length + phase)
        return vertical ? [x + across, y + along] : [x + along, y + across]
      }),
    )
  })
}

/** A rosette about (x, y): `turns` waves round a circle between the two radii, `strands` of them shifted against each other. */
export function rosette(x: number, y: number, inner: number, outer: number, turns: number, strands: number): string[] {
  const middle = (inner + outer) / 2
  const swing = (outer - inner) / 2
  return Array.from({ length: strands }, (_, strand) => {
    const steps = turns * 12
    return `${line(
      Array.from({ length: steps }, (_, i): [number, number] => {
        const angle = (2 * Math.PI * i) / steps
        const radius = middle + swing * Math.sin(turns * angle + (2 * Math.PI * strand) / strands)
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
      }),
    )}Z`
  })
}

export const a4 = { width: 841.89, height: 595.28 } as const

/** The frame of the certificate on A4 landscape, and the large rosette behind the text. */
export function certificateFrame(): { bands: string[]; corners: { x: number; y: number; paths: string[] }[]; watermark: string[] } {
  const margin = 18
  const width = 14
  const [right, bottom] = [a4.width - margin - width, a4.height - margin - width]
  const corner = 26
  const across = a4.width - 2 * (margin + corner)
  const down = a4.height - 2 * (margin + corner)
  const bands = [
    ...band(margin + corner, margin, across, width, 18),
    ...band(margin + corner, bottom, across, width, 18),
    ...band(margin, margin + corner, down, width, 18, true),
    ...band(right, margin + corner, down, width, 18, true),
  ]
  const at = (x: number, y: number) => ({ x, y, paths: [...rosette(x, y, 6, 19, 18, 3), ...rosette(x, y, 12, 20, 24, 2)] })
  const near = margin + width / 2 + 3
  return {
    bands,
    corners: [at(near, near), at(a4.width - near, near), at(near, a4.height - near), at(a4.width - near, a4.height - near)],
    watermark: [...rosette(a4.width / 2, a4.height / 2, 70, 165, 36, 4), ...rosette(a4.width / 2, a4.height / 2, 166, 182, 72, 3)],
  }
}
