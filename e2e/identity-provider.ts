import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'

/**
 * A real identity provider on loopback, at the address that the application was started with (see `scripts/test.ts`). Whoever comes is `who`, without a page of its
 * own: what it looks like is not ours.
 */
export class IdentityProvider {
  who = ''
  /** What the provider was asked for last. */
  asked: URLSearchParams | null = null
  /** Changes the address to which the browser is sent back, as someone in between might. */
  bend: (back: URL) => void = () => {}
  private constructor(private readonly server: Server) {}

  static async start(application: string): Promise<IdentityProvider> {
    const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = process.env
    const provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [`${application}/api/auth/callback/oidc`] }],
      pkce: { required: () => true },
      claims: { openid: ['sub'], profile: ['preferred_username'] },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      cookies: { keys: ['only for tests'] },
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      async loadExistingGrant(context) {
        const grant = new context.oidc.provider.Grant({ accountId: context.oidc.session?.accountId, clientId: context.oidc.client?.clientId })
        grant.addOIDCScope('openid profile')
        await grant.save()
        return grant
      },
    })
    const answer = provider.callback()
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', issuer)
      const setHeader = response.setHeader.bind(response)
      response.setHeader = (name, value) => {
        if (name.toLowerCase() !== 'location' || !String(value).startsWith(application)) return setHeader(name, value)
        const back = new URL(String(value))
        self.bend(back)
        return setHeader(name, back.href)
      }
      if (url.pathname === '/auth') self.asked = url.searchParams
      if (url.pathname.startsWith('/interaction/')) void provider.interactionFinished(request, response, { login: { accountId: self.who } })
      else void answer(request, response)
    })
    const self = new IdentityProvider(server)
    await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), '127.0.0.1', resolve))
    return self
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }
}
