import { AppError } from '@/domain/errors'
import { startRunBody } from '@/domain/role-play'
import { notFoundMessage } from '../access'
import { published } from '../content/store'
import { endpoint } from '../endpoint'
import { findOpenRun, insertRun } from './queries'

/** Starts a run, or goes on with the one that is open. The script it starts with is the one it ends with. */
export const startRun = endpoint('startRun', {
  kind: 'json',
  body: startRunBody,
  db: 'statement',
  run: async ({ actor, scope, body, db }) => {
    const scenario = (await published(scope)).scenarios.get(body.scenarioId)
    if (!scenario) throw new AppError('not-found', notFoundMessage)
    const open = await findOpenRun(db, scope, scenario.id)
    if (open) return { runId: open.id }
    await insertRun(db, scope, { id: body.id, unitId: actor.unitId, scenarioId: scenario.id, scenarioHash: scenario.hash, seed: body.id })
    return { runId: body.id }
  },
})
