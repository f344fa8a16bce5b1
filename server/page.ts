import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '@/domain/errors'
import { noticeVersion } from '@/domain/notice'
import { type Action, policy } from '@/domain/policy'
import { type Actor, authorize, type Scope } from './access'
import { readActor } from './auth/session'
import { type Database, database } from './db'
import { hasOpenExam } from './privacy/queries'

/** One session read a request, however many layouts and pages ask. */
const currentActor = cache(async (): Promise<Actor | null> => readActor((await headers()).get('cookie')))

type PublicPage<A extends Action> = (typeof policy)[A] extends 'public' ? Actor | null : Actor

/** The address of this page. */
const here = async (): Promise<string> => (await headers()).get('x-path') ?? '/'

/** Whether the notice has to be shown before anything else: it is new to this person, and no exam is running that it would interrupt. */
const owesNotice = cache(
  async (actor: Actor): Promise<boolean> => actor.noticeVersion !== noticeVersion && !(await hasOpenExam(database(), authorize(actor, 'account.own'))),
)

/**
 * What every page and layout calls first: session → policy → scope. Sends strangers to sign in (and back afterwards), shows "not found"
 * for what the policy does not give, and whoever has not seen the present privacy notice goes by there; only one's own account is open before.
 */
export async function openPage<A extends Action>(action: A): Promise<{ actor: PublicPage<A>; scope: Scope<A>; db: Database }> {
  const actor = await currentActor()
  try {
    const scope = authorize(actor, action)
    if (actor && policy[action] !== 'public' && action !== 'account.own' && (await owesNotice(actor)))
      redirect(`/notice?from=${encodeURIComponent(await here())}`)
    return { actor: actor as PublicPage<A>, scope, db: database() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'not-signed-in') notFound()
    const from = await here()
    redirect(from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`)
  }
}
