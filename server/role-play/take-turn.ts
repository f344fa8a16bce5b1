import { AppError, refuse } from '@/domain/errors'
import { points } from '@/domain/points'
import { takeTurnBody, viewRun } from '@/domain/role-play'
import { ForeignMove, type RunState, replay, turnAt } from '@/domain/scenario'
import { notFoundMessage, systemScope } from '../access'
import { payPoints } from '../awards/queries'
import { published, scenarioScript } from '../content/store'
import { endpoint } from '../endpoint'
import { recordCompletion } from '../learning/queries'
import { endRun, insertMove, listMoves, lockRun } from './queries'

const reward = systemScope('a run that passes is completed and paid')

/** Takes one move: stored, judged, answered with what follows from it and nothing ahead. The same id again changes nothing. */
export const takeTurn = endpoint('takeTurn', {
  kind: 'json',
  body: takeTurnBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db }) => {
    const run = await lockRun(db, scope, params.runId)
    const content = await published(scope)
    const heading = run ? content.scenarios.get(run.scenarioId) : undefined
    if (!run || !heading) throw new AppError('not-found', notFoundMessage)
    const script = await scenarioScript(db, scope, run.scenarioHash)
    const moves = await listMoves(db, scope, run.id)
    const isCritical = (rule: string) => content.rules.get(rule)?.criticality === 'A'
    const before = replay(script, run.seed, moves)
    if (moves.some((earlier) => earlier.id === body.id)) return viewRun(script, before, run.seed, isCritical)
    const { step, move, tookMs } = body
    if (run.endedAt && move.kind !== 'self') return refuse('ended', '这次演练已经结束，可以换个角度再来。')
    const turnId = turnAt(script, before, step)?.turn.id ?? ''
    let after: RunState
    try {
      after = replay(script, run.seed, [...moves, { step, turnId, move, tookMs }])
    } catch (error) {
      if (error instanceof ForeignMove) throw new AppError('invalid', '这一步不属于这一回合，没有记下。请刷新页面再选。')
      throw error
    }
    const judged = move.kind === 'self' ? undefined : after.steps[step]?.resolved
    await insertMove(db, scope, { id: body.id, runId: run.id, step, turnId, move, tookMs, judgement: judged?.judgement ?? null, hits: judged?.hits ?? [] })
    const view = viewRun(script, after, run.seed, isCritical)
    if (view.end && !run.endedAt) {
      await endRun(db, scope, run.id, after.at, view.end)
      if (view.end.passed) {
        const person = { userId: actor.personId, unitId: actor.unitId }
        await recordCompletion(db, reward, person, 'scenario', run.scenarioId)
        await payPoints(db, reward, person, 'scenario', run.scenarioId, points.scenario)
      }
    }
    return view
  },
})
