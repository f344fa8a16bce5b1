import { type NextRequest, NextResponse } from 'next/server'

/**
 * Headers for every page: a nonce'd content security policy, and what the page may want to know of its own address. Protects nothing
 * by itself: pages and endpoints check who asks.
 */
export function proxy(request: NextRequest) {
  // There are no Server Actions; whoever calls one is looking for something else.
  if (request.headers.has('next-action')) return new NextResponse(null, { status: 404 })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const dev = process.env.NODE_ENV === 'development'
  const policy = [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()]) if (name.startsWith('x-middleware-') || name === 'x-nonce' || name === 'x-path') headers.delete(name)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  return response
}

export const config = { matcher: '/((?!_next/static|fonts/|api/).*)' }
