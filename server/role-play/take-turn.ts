import { AppError, refuse } from '@/domain/errors'
import { points } from '@/domain/points'
import { replay, takeTurnBody, turnAt, viewRun } from '@/domain/role-play'
import { notFoundMessage, systemScope } from '../access'
import { payPoints } from '../awards/queries'
import { published, scenarioScript } from '../content/store'
import { endpoint } from '../endpoint'
import { recordCompletion } from '../learning/queries'
import { endRun, insertChoice, listChoices, lockRun } from './queries'

const reward = systemScope('a run that passes is completed and paid')

/** Takes one reply: stored, judged, answered with what follows from it and nothing ahead. The same id again changes nothing. */
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
    const choices = await listChoices(db, scope, run.id)
    const isCritical = (rule: string) => content.rules.get(rule)?.criticality === 'A'
    const before = replay(script, heading.mood, choices)
    if (choices.some((choice) => choice.id === body.id)) return viewRun(script, before, run.seed, isCritical)
    if (run.endedAt) return refuse('ended', '这次演练已经结束，可以换个角度再来。')
    const turn = turnAt(script, before, body.step)
    const reply = turn?.replies.find((entry) => entry.id === body.replyId)
    if (!turn || !reply) throw new AppError('invalid', '这句话不属于这一回合，没有记下。请刷新页面再选。')
    await insertChoice(db, scope, {
      id: body.id,
      runId: run.id,
      step: body.step,
      turnId: turn.id,
      replyId: reply.id,
      judgement: reply.judgement,
      tookMs: body.tookMs,
    })
    const after = replay(script, heading.mood, [...choices, { step: body.step, turnId: turn.id, replyId: reply.id }])
    const view = viewRun(script, after, run.seed, isCritical)
    if (view.end) {
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
