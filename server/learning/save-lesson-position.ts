import { AppError } from '@/domain/errors'
import { lessonPositionBody } from '@/domain/learning'
import { notFoundMessage } from '../access'
import { published } from '../content/store'
import { endpoint } from '../endpoint'
import { saveLessonPosition as store } from './queries'

/** Remembers the card a learner is at. */
export const saveLessonPosition = endpoint('saveLessonPosition', {
  kind: 'json',
  body: lessonPositionBody,
  db: 'statement',
  run: async ({ scope, params, body, db }) => {
    const lesson = (await published(scope)).lessons.get(params.lessonId)
    if (!lesson || body.cardIndex >= lesson.cards.length) throw new AppError('not-found', notFoundMessage)
    await store(db, scope, params.lessonId, body.cardIndex)
    return { saved: true as const }
  },
})
