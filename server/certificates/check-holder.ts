import { checkHolderBody, isSameName } from '@/domain/certificate'
import { endpoint } from '../endpoint'
import { findByToken } from './queries'

/** Does this full name fit the certificate behind the token? Yes or no; an unknown token is a no like any other. */
export const checkHolder = endpoint('checkHolder', {
  kind: 'json',
  body: checkHolderBody,
  db: 'statement',
  run: async ({ scope, params, body, db }) => {
    const certificate = await findByToken(db, scope, params.token)
    return { matches: certificate !== null && isSameName(body.name, certificate.holderName) }
  },
})
