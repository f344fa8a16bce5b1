import type { FinishBody, FinishResult, SaveResponseBody, SaveResponseResult, StartAttemptBody, StartAttemptResult } from './attempt'
import type {
  CheckHolderBody,
  CheckHolderResult,
  LookUpCertificateBody,
  LookUpCertificateResult,
  RevokeCertificateBody,
  RevokeCertificateResult,
} from './certificate'
import type { FirstSignInBody, IssueCodeResult } from './credential'
import type { ErrorBody } from './errors'
import type { LessonPositionBody } from './learning'
import type { Action } from './policy'
import type { SuspendBody, SuspendResult } from './question'
import type { StartRunBody, StartRunResult, TakeTurnBody, TakeTurnResult } from './role-play'
import type { ConfirmRosterBody, RosterStateResult, UploadRosterResult } from './roster-import'

/**
 * Every endpoint: method, path and the action of the policy it needs. Routes, the browser's fetch helper and the authorization
 * matrix all read this table; the browser imports nothing else of the server.
 */
export const api = {
  health: { method: 'GET', path: '/api/health', action: 'service.health' },
  ready: { method: 'GET', path: '/api/ready', action: 'service.health' },
  firstSignIn: { method: 'POST', path: '/api/first-sign-in', action: 'account.sign-in' },
  signOut: { method: 'POST', path: '/api/sign-out', action: 'account.own' },
  saveLessonPosition: { method: 'PUT', path: '/api/lessons/[lessonId]/position', action: 'learning.own' },
  startAttempt: { method: 'POST', path: '/api/attempts', action: 'attempt.take' },
  saveResponse: { method: 'PUT', path: '/api/attempts/[attemptId]/responses/[itemId]', action: 'attempt.take' },
  finishAttempt: { method: 'POST', path: '/api/attempts/[attemptId]/finish', action: 'attempt.take' },
  startRun: { method: 'POST', path: '/api/role-play', action: 'role-play.play' },
  takeTurn: { method: 'POST', path: '/api/role-play/[runId]/turns', action: 'role-play.play' },
  suspendQuestion: { method: 'POST', path: '/api/questions/[questionId]/suspension', action: 'content.suspend' },
  certificatePdf: { method: 'GET', path: '/api/certificates/[certificateId]/pdf', action: 'certificate.view' },
  revokeCertificate: { method: 'POST', path: '/api/certificates/[certificateId]/revocation', action: 'certificate.revoke' },
  lookUpCertificate: { method: 'POST', path: '/api/verify', action: 'certificate.verify' },
  checkHolder: { method: 'POST', path: '/api/verify/[token]/holder', action: 'certificate.verify' },
  exportReport: { method: 'GET', path: '/api/reports/[unitId]/export', action: 'report.export' },
  issueCode: { method: 'POST', path: '/api/people/[personId]/codes', action: 'code.issue' },
  uploadRoster: { method: 'POST', path: '/api/rosters', action: 'roster.import' },
  confirmRoster: { method: 'POST', path: '/api/rosters/[importId]/confirmation', action: 'roster.import' },
  undoRoster: { method: 'POST', path: '/api/rosters/[importId]/undo', action: 'roster.import' },
  exportDryRun: { method: 'GET', path: '/api/rosters/[importId]/rows', action: 'roster.import' },
  rosterTemplate: { method: 'GET', path: '/api/rosters/template', action: 'roster.import' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'PUT'; path: `/api/${string}`; action: Action }>

export type EndpointName = keyof typeof api

/** Body and result of the endpoints that speak JSON. */
export type Bodies = {
  firstSignIn: FirstSignInBody
  signOut: Record<string, never>
  saveLessonPosition: LessonPositionBody
  startAttempt: StartAttemptBody
  saveResponse: SaveResponseBody
  finishAttempt: FinishBody
  startRun: StartRunBody
  takeTurn: TakeTurnBody
  suspendQuestion: SuspendBody
  revokeCertificate: RevokeCertificateBody
  lookUpCertificate: LookUpCertificateBody
  checkHolder: CheckHolderBody
  issueCode: Record<string, never>
  confirmRoster: ConfirmRosterBody
  undoRoster: Record<string, never>
}
export type Results = {
  firstSignIn: { loginName: string }
  signOut: { signedOut: true }
  saveLessonPosition: { saved: true }
  startAttempt: StartAttemptResult
  saveResponse: SaveResponseResult
  finishAttempt: FinishResult
  startRun: StartRunResult
  takeTurn: TakeTurnResult
  suspendQuestion: SuspendResult
  revokeCertificate: RevokeCertificateResult
  lookUpCertificate: LookUpCertificateResult
  checkHolder: CheckHolderResult
  issueCode: IssueCodeResult
  confirmRoster: RosterStateResult
  undoRoster: RosterStateResult
}
export type JsonEndpoint = keyof Bodies

/** Results of the endpoints that take a file as it is. */
export type UploadResults = { uploadRoster: UploadRosterResult }
export type UploadEndpoint = keyof UploadResults

/** Names of the `[parameters]` in a path. */
export type PathParams<P extends string> = P extends `${string}[${infer Name}]${infer Rest}` ? { [K in Name]: string } & PathParams<Rest> : unknown

export type ApiAnswer<T> = { data: T } | ErrorBody
