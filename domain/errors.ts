/** Every way a request can be turned away, with its HTTP status. Anything else that is thrown is a bug. */
export const errorStatus = {
  invalid: 400,
  'not-signed-in': 401,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  refused: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof errorStatus

/** A refusal in the product's voice. `message` is written for the user and is the only text that reaches them. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** A refusal that belongs to the business: a value, since a throw would roll back what must be stored. */
export type Refusal = { kind: 'refused'; reason: string; message: string }
export const refuse = (reason: string, message: string): Refusal => ({ kind: 'refused', reason, message })

/** The one shape of an error body. */
export type ErrorBody = { error: { code: ErrorCode; reason?: string; message: string; requestId: string } }
