/** Where to go back to: a path of ours, never another site. */
export const ownPath = (from: string | undefined): string => (from && /^\/(?![/\\])/.test(from) ? from : '/')
