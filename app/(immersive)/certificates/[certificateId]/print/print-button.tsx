'use client'

/** Opens the browser's print window, which can also save a PDF. */
export function PrintButton() {
  return (
    <button type="button" className="btn btn-1 btn-s" onClick={() => window.print()}>
      打印
    </button>
  )
}
