import { encode } from 'uqr'

/** A QR code of `text` as SVG path data of one unit a module, and how many modules a side has. Error correction M. */
export function qrPath(text: string): { d: string; modules: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  // Runs of dark modules in one piece: no hairlines between them when printed.
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      const length = (end < 0 ? size : end) - x
      return [`M${x} ${y}h${length}v1h-${length}z`]
    }),
  )
  return { d: runs.join(''), modules: size }
}
