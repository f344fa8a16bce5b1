import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '@/domain/errors'
import type { Action, policy } from '@/domain/policy'
import { type Actor, authorize, type Scope } from './access'
import { readActor } from './auth/session'
import { type Database, database } from './db'

/** One session read a request, however many layouts and pages ask. */
const currentActor = cache(async (): Promise<Actor | null> => readActor((await headers()).get('cookie')))

type PublicPage<A extends Action> = (typeof policy)[A] extends 'public' ? Actor | null : Actor

/**
 * What every page and layout calls first: session → policy → scope. Sends strangers to sign in (and back afterwards), shows "not found"
 * for what the policy does not give.
 */
export async function openPage<A extends Action>(action: A): Promise<{ actor: PublicPage<A>; scope: Scope<A>; db: Database }> {
  const actor = await currentActor()
  try {
    const scope = authorize(actor, action)
    return { actor: actor as PublicPage<A>, scope, db: database() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'not-signed-in') notFound()
    const from = (await headers()).get('x-path') ?? '/'
    redirect(from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`)
  }
}
