import { v7 as uuid } from 'uuid'
import type { EndpointName } from '@/domain/api'

/**
 * Who may reach what, written down a second time by hand: the browser test asks every endpoint and every page as everybody and compares. An endpoint
 * that is not here does not compile; a page that is not here fails the test.
 */

export const actors = ['anonymous', 'learner', 'sibling-manager', 'manager', 'content-owner', 'administrator'] as const
export type ActorName = (typeof actors)[number]
/** Whose row is asked for: one's own; someone's below the manager's unit; someone's beside it, where the other manager is; nobody's. */
export const relations = ['own', 'subtree', 'sibling', 'absent'] as const
export type Relation = (typeof relations)[number]

/**
 * `open`: anyone. `signed-in`: anyone signed in. `own`: one's own rows. `own-or-managed`: those and the subtree. `managed`: the subtree, for administrators
 * everything. The last two: one role, whatever the row.
 */
export type Audience = 'open' | 'signed-in' | 'own' | 'own-or-managed' | 'managed' | 'content-owner' | 'administrator'

/** What there is to ask for, of each person and unit of the test's organisation. */
export type Target = {
  personId: string
  unitId: string
  certificateId: string
  token: string
  number: string
  attemptId: string
  /** On the paper of that attempt. */
  itemId: string
  runId: string
  occurrenceId: string
}
export type Ask = {
  audience: Audience
  /** False where the address names no row of anybody: only the role decides. */
  row?: boolean
  /** Fills the `[parameters]` of the path. */
  params?: (target: Target) => Record<string, string>
  query?: (target: Target) => string
  /** A body that passes its schema and, as far as there is one, does no harm. */
  body?: (target: Target) => unknown
  /** Bytes instead of JSON. */
  upload?: string
  /** A page that leads on to another one of the same audience. */
  leadsOn?: boolean
}

const none = () => ({})
const person = ({ personId }: Target) => ({ personId })
const unit = ({ unitId }: Target) => ({ unitId })
const certificate = ({ certificateId }: Target) => ({ certificateId })
const lesson = () => ({ lessonId: 'lesson-2-5-1' })

export const endpoints: Record<EndpointName, Ask> = {
  health: { audience: 'open' },
  ready: { audience: 'open' },
  firstSignIn: { audience: 'open', body: () => ({ loginName: 'nobody', code: 'ABCD', password: 'qingchuan2' }) },
  lookUpCertificate: { audience: 'open', body: () => ({ number: 'JR-HEB-2026-000001-1', name: '无此人' }) },
  checkHolder: { audience: 'open', params: ({ token }) => ({ token }), body: () => ({ name: '无此人' }) },
  signOut: { audience: 'signed-in', body: none },
  saveLessonPosition: { audience: 'signed-in', params: lesson, body: () => ({ cardIndex: 0 }) },
  startAttempt: { audience: 'signed-in', body: () => ({ id: uuid(), kind: 'practice', subjectId: 'daily' }) },
  startRun: { audience: 'signed-in', body: () => ({ id: uuid(), scenarioId: 's01' }) },
  saveResponse: {
    audience: 'own',
    row: true,
    params: ({ attemptId, itemId }) => ({ attemptId, itemId }),
    body: () => ({ id: uuid(), sequence: 1, answer: { kind: 'true-false', value: true } }),
  },
  finishAttempt: { audience: 'own', row: true, params: ({ attemptId }) => ({ attemptId }), body: none },
  takeTurn: {
    audience: 'own',
    row: true,
    params: ({ runId }) => ({ runId }),
    body: () => ({ id: uuid(), step: 0, tookMs: 1, move: { kind: 'reply', replyId: 'a' } }),
  },
  certificatePdf: { audience: 'own-or-managed', row: true, params: certificate },
  revokeCertificate: { audience: 'administrator', row: true, params: certificate, body: () => ({ reason: '签发错误', note: '', number: 'not this one' }) },
  suspendQuestion: { audience: 'content-owner', params: () => ({ questionId: 'q-2-5-1-01' }), body: () => ({ reason: null }) },
  exportReport: { audience: 'managed', row: true, params: unit, query: ({ occurrenceId }) => `?occurrence=${occurrenceId}&format=csv` },
  issueCode: { audience: 'managed', row: true, params: person, body: none },
}

/** Pages by their folder under `app`. */
export const pages: Record<string, Ask> = {
  '(auth)/sign-in': { audience: 'open', leadsOn: true },
  '(auth)/first-sign-in': { audience: 'open' },
  '(auth)/privacy': { audience: 'open' },
  verify: { audience: 'open' },
  'verify/[token]': { audience: 'open', params: ({ token }) => ({ token }) },
  '(learn)': { audience: 'signed-in' },
  '(learn)/map': { audience: 'signed-in' },
  '(learn)/me': { audience: 'signed-in' },
  '(learn)/exam': { audience: 'signed-in' },
  '(learn)/standard': { audience: 'signed-in' },
  '(learn)/practice': { audience: 'signed-in' },
  '(learn)/practice/mirror': { audience: 'signed-in' },
  '(learn)/certificates': { audience: 'signed-in' },
  '(learn)/chapters/[chapter]': { audience: 'signed-in', params: () => ({ chapter: '2.5' }) },
  '(learn)/certificates/[certificateId]': { audience: 'own-or-managed', row: true, params: certificate },
  '(immersive)/certificates/[certificateId]/print': { audience: 'own-or-managed', row: true, params: certificate },
  '(immersive)/lessons/[lessonId]': { audience: 'signed-in', params: lesson },
  '(immersive)/role-play/[scenarioId]': { audience: 'signed-in', params: () => ({ scenarioId: 's01' }) },
  '(immersive)/attempts/[attemptId]': { audience: 'own', row: true, params: ({ attemptId }) => ({ attemptId }) },
  '(manage)/reports': { audience: 'managed', leadsOn: true },
  '(manage)/reports/[unitId]': { audience: 'managed', row: true, params: unit },
  '(manage)/reports/people/[personId]': { audience: 'managed', row: true, params: person },
  '(manage)/gallery': { audience: 'content-owner' },
  '(manage)/gallery/coverage': { audience: 'content-owner' },
  '(manage)/gallery/questions/[questionId]': { audience: 'content-owner', params: () => ({ questionId: 'q-2-5-1-01' }) },
  '(manage)/gallery/scenarios/[scenarioId]': { audience: 'content-owner', params: () => ({ scenarioId: 's01' }) },
}

/** Whether an actor may see a row. Rows of those who manage lie in their own subtree: `own` is managed for them. */
export function mayReach(audience: Audience, actor: ActorName, relation: Relation): boolean {
  const manages = actor === 'administrator' || (actor === 'manager' && relation !== 'sibling') || (actor === 'sibling-manager' && relation !== 'subtree')
  switch (audience) {
    case 'open':
      return true
    case 'signed-in':
      return actor !== 'anonymous'
    case 'own':
      return actor !== 'anonymous' && relation === 'own'
    case 'own-or-managed':
      return actor !== 'anonymous' && (relation === 'own' || manages)
    case 'managed':
      return manages
    case 'content-owner':
    case 'administrator':
      return actor === audience
    default:
      return audience satisfies never
  }
}
