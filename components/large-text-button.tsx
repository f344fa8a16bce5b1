'use client'

/** Keeps a choice for a year, for this browser; the server reads it at the next page, so nothing flashes. */
export function keep(name: 'theme' | 'size' | 'map' | 'announcement', value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`
}

export function LargeTextButton() {
  return (
    <button
      type="button"
      aria-label="切换大字版"
      onClick={() => {
        const root = document.documentElement
        const large = root.dataset.size !== 'large'
        if (large) root.dataset.size = 'large'
        else delete root.dataset.size
        keep('size', large ? 'large' : 'normal')
      }}
    >
      <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 19 8 6l5 13M4.700 15h6.600M15 19l3-8 3 8M16 16.500h4" />
      </svg>
    </button>
  )
}
