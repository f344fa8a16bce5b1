import { AppError } from '@/domain/errors'
import { type Action, type ContentAction, type Extent, extentOf, type Grant, type PersonAction, type PublicAction, policy } from '@/domain/policy'
import { Prisma } from '@/generated/prisma/client'

/** Who asks, read from Postgres for this request. */
export type Actor = {
  personId: string
  sessionId: string
  name: string
  position: string
  unitId: string
  unitName: string
  unitPath: string
  /** The privacy notice last acknowledged; null before the first. */
  noticeVersion: string | null
  grants: Grant[]
}

/**
 * Scopes: the only things that can produce the `where` of a query, and this file is the only maker of them. Every function
 * in a `queries.ts` takes one, so a read without a check does not compile. The secret keeps constructors to this file.
 */
const secret = Symbol('scope')
const mustBe = (given: symbol) => {
  if (given !== secret) throw new Error('scopes are made by server/access.ts')
}

/** People, and rows that belong to people, within reach of one action. */
export class PersonScope<A extends PersonAction = PersonAction> {
  constructor(
    given: symbol,
    readonly action: A,
    private readonly actor: Actor,
    private readonly extent: Extent,
  ) {
    mustBe(given)
  }
  /** Filter for people. */
  people(): Prisma.PersonWhereInput {
    if (this.extent.all) return {}
    return { OR: [...(this.extent.self ? [{ id: this.actor.personId }] : []), ...this.extent.paths.map((path) => ({ unit: { path: { startsWith: path } } }))] }
  }
  /** Filter for units whose people are all within reach. One's own unit is not, unless managed. */
  units(): Prisma.UnitWhereInput {
    return this.extent.all ? {} : { OR: this.extent.paths.map((path) => ({ path: { startsWith: path } })) }
  }
  /** The same as `people()`, as SQL over the columns of person id and unit path. */
  sql(personId: Prisma.Sql, unitPath: Prisma.Sql): Prisma.Sql {
    if (this.extent.all) return Prisma.sql`TRUE`
    const ways = [
      ...(this.extent.self ? [Prisma.sql`${personId} = ${this.actor.personId}::uuid`] : []),
      ...this.extent.paths.map((path) => Prisma.sql`starts_with(${unitPath}, ${path})`),
    ]
    return Prisma.sql`(${Prisma.join(ways, ' OR ')})`
  }
  /** One's own rows and nobody else's, whatever roles one has. */
  own(): { userId: string } {
    if (!this.extent.self) throw new AppError('not-found', notFoundMessage)
    return { userId: this.actor.personId }
  }
}

/** The published curriculum, for someone signed in. */
export class ContentScope<A extends ContentAction = ContentAction> {
  constructor(
    given: symbol,
    readonly action: A,
  ) {
    mustBe(given)
  }
}

/** What anyone may ask without signing in; each query says what of a row it shows. */
export class PublicScope<A extends PublicAction = PublicAction> {
  constructor(
    given: symbol,
    readonly action: A,
  ) {
    mustBe(given)
  }
}

/** A job or a deployment step, with the reason why it may see everything. */
export class SystemScope {
  constructor(
    given: symbol,
    readonly reason: string,
  ) {
    mustBe(given)
  }
}

export type Scope<A extends Action> = A extends PublicAction
  ? PublicScope<A>
  : A extends ContentAction
    ? ContentScope<A>
    : A extends PersonAction
      ? PersonScope<A>
      : never

export const notFoundMessage = '没有找到这一页。它可能已移动，或不在您的查看范围内。'

/**
 * The check: who asks and for what action in, the scope out. Refuses with 401 when nobody is signed in, and with 404 when the
 * policy gives nothing: what one may not see does not exist.
 */
export function authorize<A extends Action>(actor: Actor | null, action: A): Scope<A> {
  const row = policy[action]
  if (row === 'public') return new PublicScope(secret, action as PublicAction) as Scope<A>
  if (!actor) throw new AppError('not-signed-in', '登录已失效，请重新登录。已保存的内容都在。')
  if (row === 'content') return new ContentScope(secret, action as ContentAction) as Scope<A>
  const extent = extentOf(action as PersonAction, actor.grants)
  if (!extent) throw new AppError('not-found', notFoundMessage)
  return new PersonScope(secret, action as PersonAction, actor, extent) as unknown as Scope<A>
}

/** Whether the policy gives the actor anything for `action`: for showing or hiding a link, never instead of `authorize`. */
export function may(actor: Actor, action: PersonAction): boolean {
  return extentOf(action, actor.grants) !== null
}

/** For jobs, deployment steps and the signing-in itself, which happen before or without an actor. */
export function systemScope(reason: string): SystemScope {
  return new SystemScope(secret, reason)
}
