/** Where to go back to: a path of ours, written as one or with `origin` before it; never another site, nor the sign-in page again. */
export function ownPath(from: string | undefined, origin: string): string {
  const to = from && URL.canParse(from, origin) ? new URL(from, origin) : null
  return to && to.origin === origin && !/^(\/\/|\/sign-in$)/.test(to.pathname) ? `${to.pathname}${to.search}` : '/'
}
