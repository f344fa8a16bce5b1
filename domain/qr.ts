/** The dark modules of a QR code as SVG path data, one unit a module. */
export function qrPath(modules: boolean[][]): string {
  // Runs of dark modules in one piece: no hairlines between them when printed.
  return modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        const length = (end < 0 ? row.length : end) - x
        return [`M${x} ${y}h${length}v1h-${length}z`]
      }),
    )
    .join('')
}

/** How the verify address is coded everywhere: error correction M survives a fold and a stain; the sheet itself is the quiet border. */
export const qrOptions = { ecc: 'M', border: 0 } as const
