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
  attemptId: string
  /** On the paper of that attempt. */
  itemId: string
  runId: string
  sessionId: string
  correctionId: string
  assignmentId: string
  /** A round that is there, whatever the row. */
  openRoundId: string
  occurrenceId: string
  importId: string
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
const round = ({ occurrenceId }: Target) => ({ occurrenceId })
const roster = ({ importId }: Target) => ({ importId })
const later = () => new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
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
  exportReport: { audience: 'managed', row: true, params: unit, query: ({ openRoundId }) => `?occurrence=${openRoundId}&format=csv` },
  issueCode: { audience: 'managed', row: true, params: person, body: none },

  askReset: { audience: 'open', body: () => ({ loginName: 'nobody' }) },
  changePassword: { audience: 'signed-in', body: () => ({ current: 'not this one', password: 'qingchuan2' }) },
  revokeSession: { audience: 'own', row: true, params: ({ sessionId }) => ({ sessionId }), body: none },
  revokeOtherSessions: { audience: 'signed-in', body: none },
  revokePersonSessions: { audience: 'managed', row: true, params: person, body: none },
  issueSlips: { audience: 'managed', row: true, params: unit, body: ({ personId }) => ({ personIds: [personId] }) },
  unlockAccount: { audience: 'managed', row: true, params: person, body: none },

  acknowledgeNotice: { audience: 'signed-in', body: () => ({ version: '0' }) },
  exportOwnData: { audience: 'signed-in', query: () => '?as=json' },
  requestCorrection: { audience: 'signed-in', body: () => ({ id: uuid(), says: '岗位写错了，应当是出单。' }) },
  resolveCorrection: { audience: 'administrator', row: true, params: ({ correctionId }) => ({ correctionId }), body: () => ({ outcome: '已改好。' }) },
  saveSetting: { audience: 'administrator', body: () => ({ key: 'announcement', value: { text: '', until: null } }) },
  exportAudit: { audience: 'administrator', query: () => '?as=csv' },

  addPerson: {
    audience: 'administrator',
    body: ({ unitId }) => ({
      id: uuid(),
      name: '吴桐',
      unitId,
      position: '出单',
      serviceStage: '承保',
      staffKind: 'staff',
      hiredOn: '2026-01-05',
      phone: '',
      mail: '',
      loginNames: [uuid()],
      evenIfSameName: true,
    }),
  },
  changePerson: { audience: 'administrator', row: true, params: person, body: () => ({ was: {}, now: {} }) },
  renamePerson: { audience: 'administrator', row: true, params: person, body: () => ({ was: '别的名字', now: '吴桐', reason: '写错了' }) },
  changeStatus: { audience: 'administrator', row: true, params: person, body: () => ({ was: 'left', now: 'on_leave' }) },
  addLoginName: { audience: 'administrator', row: true, params: person, body: () => ({ loginName: uuid() }) },
  removeLoginName: { audience: 'administrator', row: true, params: person, body: () => ({ loginName: uuid() }) },
  grantRole: { audience: 'administrator', row: true, params: person, body: ({ unitId }) => ({ role: 'manager', unitId }) },
  revokeRole: { audience: 'administrator', row: true, params: person, body: () => ({ role: 'content_owner', unitId: null }) },
  changeExamTime: { audience: 'administrator', row: true, params: person, body: () => ({ percent: 100 }) },
  grantSitting: {
    audience: 'administrator',
    row: true,
    params: person,
    body: ({ openRoundId }) => ({ id: uuid(), occurrenceId: openRoundId, reason: '系统停过' }),
  },

  createUnit: {
    audience: 'administrator',
    row: true,
    body: ({ unitId }) => ({ id: uuid(), parentId: unitId, type: 'department', name: `组${uuid().slice(-8)}` }),
  },
  changeUnit: { audience: 'administrator', row: true, params: unit, body: () => ({ name: `机构${uuid().slice(-8)}`, type: 'department', sort: 0 }) },
  moveUnit: { audience: 'administrator', row: true, params: unit, body: ({ unitId }) => ({ toId: unitId, rehearsal: true }) },
  mergeUnit: { audience: 'administrator', row: true, params: unit, body: ({ unitId }) => ({ intoId: unitId, rehearsal: true }) },
  closeUnit: { audience: 'administrator', row: true, params: unit, body: none },
  reopenUnit: { audience: 'administrator', row: true, params: unit, body: none },
  appointManager: { audience: 'administrator', row: true, params: unit, body: ({ personId }) => ({ personId }) },
  dismissManager: { audience: 'administrator', row: true, params: ({ unitId, personId }) => ({ unitId, personId }), body: none },

  previewAssignment: { audience: 'administrator', body: () => ({ programmeId: 'onboarding', rule: { unitIds: [uuid()] } }) },
  publishAssignment: {
    audience: 'administrator',
    body: () => ({
      programmeId: 'onboarding',
      rule: { unitIds: [uuid()] },
      id: uuid(),
      title: '没有人的任务',
      opensOn: later(),
      dueOn: later(),
      graceDays: 14,
      yearly: false,
    }),
  },
  endAssignment: { audience: 'administrator', row: true, params: ({ assignmentId }) => ({ assignmentId }), body: none },
  changeDueDate: { audience: 'administrator', row: true, params: round, body: () => ({ dueOn: later() }) },
  extendMembers: {
    audience: 'managed',
    row: true,
    params: ({ openRoundId }) => ({ occurrenceId: openRoundId }),
    body: ({ personId }) => ({ personIds: [personId], dueOn: later(), reason: '出差' }),
  },
  waiveMembers: {
    audience: 'managed',
    row: true,
    params: ({ openRoundId }) => ({ occurrenceId: openRoundId }),
    body: ({ personId }) => ({ personIds: [personId], reason: null }),
  },

  rosterTemplate: { audience: 'administrator', query: () => '?format=csv' },
  uploadRoster: { audience: 'administrator', upload: 'not a table', query: () => '?name=x.xlsx' },
  confirmRoster: { audience: 'administrator', row: true, params: roster, body: () => ({ leavers: null }) },
  undoRoster: { audience: 'administrator', row: true, params: roster, body: none },
  exportDryRun: { audience: 'administrator', row: true, params: roster, query: () => '?format=csv&show=all' },
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
  '(auth)/forgot': { audience: 'open' },
  '(auth)/reset': { audience: 'open', leadsOn: true },
  '(auth)/notice': { audience: 'signed-in', leadsOn: true },
  '(learn)/me/data': { audience: 'signed-in' },
  '(learn)/me/password': { audience: 'signed-in' },
  '(learn)/me/sessions': { audience: 'signed-in' },
  '(manage)/people': { audience: 'managed' },
  '(manage)/people/[personId]': { audience: 'managed', row: true, params: person },
  '(manage)/people/slips': { audience: 'managed' },
  '(manage)/people/new': { audience: 'administrator' },
  '(manage)/people/corrections': { audience: 'administrator' },
  '(manage)/people/imports': { audience: 'administrator' },
  '(manage)/people/imports/[importId]': { audience: 'administrator', row: true, params: roster },
  '(manage)/units': { audience: 'administrator' },
  '(manage)/units/[unitId]': { audience: 'administrator', row: true, params: unit },
  '(manage)/assignments': { audience: 'administrator' },
  '(manage)/assignments/new': { audience: 'administrator' },
  '(manage)/assignments/[assignmentId]': { audience: 'administrator', row: true, params: ({ assignmentId }) => ({ assignmentId }) },
  '(manage)/audit': { audience: 'administrator' },
  '(manage)/settings': { audience: 'administrator' },
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
