import type {
  AdjustMembersResult,
  ChangeDueDateBody,
  ChangeDueDateResult,
  EndAssignmentResult,
  ExtendMembersBody,
  PreviewAssignmentBody,
  PreviewAssignmentResult,
  PublishAssignmentBody,
  PublishAssignmentResult,
  WaiveMembersBody,
} from './assignment'
import type { FinishBody, FinishResult, SaveResponseBody, SaveResponseResult, StartAttemptBody, StartAttemptResult } from './attempt'
import type {
  CheckHolderBody,
  CheckHolderResult,
  LookUpCertificateBody,
  LookUpCertificateResult,
  RevokeCertificateBody,
  RevokeCertificateResult,
} from './certificate'
import type { RequestCorrectionBody, RequestCorrectionResult, ResolveCorrectionBody, ResolveCorrectionResult } from './correction'
import type { AskResetBody, ChangePasswordBody, FirstSignInBody, IssueCodeResult, IssueSlipsBody, IssueSlipsResult } from './credential'
import type { ErrorBody } from './errors'
import type { LessonPositionBody } from './learning'
import type { AcknowledgeNoticeBody, AcknowledgeNoticeResult } from './notice'
import type {
  AddPersonBody,
  AddPersonResult,
  ChangePersonBody,
  ChangePersonResult,
  ChangeStatusBody,
  ChangeStatusResult,
  ExamTimeBody,
  ExamTimeResult,
  ExtraSittingBody,
  ExtraSittingResult,
  LoginNameBody,
  LoginNamesResult,
  RenameBody,
  RenameResult,
  RoleBody,
  RoleResult,
  UnlockResult,
} from './person'
import type { Action } from './policy'
import type { SuspendBody, SuspendResult } from './question'
import type { StartRunBody, StartRunResult, TakeTurnBody, TakeTurnResult } from './role-play'
import type { ConfirmRosterBody, RosterStateResult, UploadRosterResult } from './roster-import'
import type { SaveSettingBody, SaveSettingResult } from './setting'
import type { AppointManagerBody, ChangeUnitBody, CreateUnitBody, MergeUnitBody, MoveUnitBody, Rearranged } from './unit'

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
  acknowledgeNotice: { method: 'POST', path: '/api/me/notice', action: 'account.own' },
  exportOwnData: { method: 'GET', path: '/api/me/data', action: 'account.own' },
  requestCorrection: { method: 'POST', path: '/api/me/corrections', action: 'account.own' },
  resolveCorrection: { method: 'POST', path: '/api/corrections/[correctionId]/resolution', action: 'person.edit' },
  saveSetting: { method: 'PUT', path: '/api/settings', action: 'setting.edit' },
  exportAudit: { method: 'GET', path: '/api/audit/export', action: 'audit.view' },
  previewAssignment: { method: 'POST', path: '/api/assignments/preview', action: 'assignment.manage' },
  publishAssignment: { method: 'POST', path: '/api/assignments', action: 'assignment.manage' },
  endAssignment: { method: 'POST', path: '/api/assignments/[assignmentId]/ending', action: 'assignment.manage' },
  changeDueDate: { method: 'PUT', path: '/api/occurrences/[occurrenceId]/due-date', action: 'assignment.manage' },
  extendMembers: { method: 'POST', path: '/api/occurrences/[occurrenceId]/extensions', action: 'member.adjust' },
  waiveMembers: { method: 'POST', path: '/api/occurrences/[occurrenceId]/waivers', action: 'member.adjust' },
  issueSlips: { method: 'POST', path: '/api/units/[unitId]/codes', action: 'code.issue' },
  askReset: { method: 'POST', path: '/api/resets', action: 'account.sign-in' },
  changePassword: { method: 'POST', path: '/api/me/password', action: 'account.own' },
  revokeSession: { method: 'POST', path: '/api/me/sessions/[sessionId]/revocation', action: 'account.own' },
  revokeOtherSessions: { method: 'POST', path: '/api/me/sessions/revocation', action: 'account.own' },
  revokePersonSessions: { method: 'POST', path: '/api/people/[personId]/sessions/revocation', action: 'account.unlock' },
  createUnit: { method: 'POST', path: '/api/units', action: 'unit.edit' },
  changeUnit: { method: 'PUT', path: '/api/units/[unitId]', action: 'unit.edit' },
  moveUnit: { method: 'POST', path: '/api/units/[unitId]/move', action: 'unit.edit' },
  mergeUnit: { method: 'POST', path: '/api/units/[unitId]/merger', action: 'unit.edit' },
  closeUnit: { method: 'POST', path: '/api/units/[unitId]/closure', action: 'unit.edit' },
  reopenUnit: { method: 'POST', path: '/api/units/[unitId]/reopening', action: 'unit.edit' },
  appointManager: { method: 'POST', path: '/api/units/[unitId]/managers', action: 'unit.edit' },
  dismissManager: { method: 'POST', path: '/api/units/[unitId]/managers/[personId]/dismissal', action: 'unit.edit' },
  addPerson: { method: 'POST', path: '/api/people', action: 'person.edit' },
  changePerson: { method: 'PUT', path: '/api/people/[personId]', action: 'person.edit' },
  renamePerson: { method: 'POST', path: '/api/people/[personId]/name', action: 'person.edit' },
  changeStatus: { method: 'PUT', path: '/api/people/[personId]/status', action: 'person.edit' },
  addLoginName: { method: 'POST', path: '/api/people/[personId]/login-names', action: 'person.edit' },
  removeLoginName: { method: 'POST', path: '/api/people/[personId]/login-names/removal', action: 'person.edit' },
  grantRole: { method: 'POST', path: '/api/people/[personId]/roles', action: 'role.grant' },
  revokeRole: { method: 'POST', path: '/api/people/[personId]/roles/removal', action: 'role.grant' },
  changeExamTime: { method: 'PUT', path: '/api/people/[personId]/exam-time', action: 'exam.adjust' },
  grantSitting: { method: 'POST', path: '/api/people/[personId]/sittings', action: 'exam.adjust' },
  unlockAccount: { method: 'POST', path: '/api/people/[personId]/unlock', action: 'account.unlock' },
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
  acknowledgeNotice: AcknowledgeNoticeBody
  requestCorrection: RequestCorrectionBody
  resolveCorrection: ResolveCorrectionBody
  saveSetting: SaveSettingBody
  previewAssignment: PreviewAssignmentBody
  publishAssignment: PublishAssignmentBody
  endAssignment: Record<string, never>
  changeDueDate: ChangeDueDateBody
  extendMembers: ExtendMembersBody
  waiveMembers: WaiveMembersBody
  issueSlips: IssueSlipsBody
  askReset: AskResetBody
  changePassword: ChangePasswordBody
  revokeSession: Record<string, never>
  revokeOtherSessions: Record<string, never>
  revokePersonSessions: Record<string, never>
  createUnit: CreateUnitBody
  changeUnit: ChangeUnitBody
  moveUnit: MoveUnitBody
  mergeUnit: MergeUnitBody
  closeUnit: Record<string, never>
  reopenUnit: Record<string, never>
  appointManager: AppointManagerBody
  dismissManager: Record<string, never>
  addPerson: AddPersonBody
  changePerson: ChangePersonBody
  renamePerson: RenameBody
  changeStatus: ChangeStatusBody
  addLoginName: LoginNameBody
  removeLoginName: LoginNameBody
  grantRole: RoleBody
  revokeRole: RoleBody
  changeExamTime: ExamTimeBody
  grantSitting: ExtraSittingBody
  unlockAccount: Record<string, never>
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
  acknowledgeNotice: AcknowledgeNoticeResult
  requestCorrection: RequestCorrectionResult
  resolveCorrection: ResolveCorrectionResult
  saveSetting: SaveSettingResult
  previewAssignment: PreviewAssignmentResult
  publishAssignment: PublishAssignmentResult
  endAssignment: EndAssignmentResult
  changeDueDate: ChangeDueDateResult
  extendMembers: AdjustMembersResult
  waiveMembers: AdjustMembersResult
  issueSlips: IssueSlipsResult
  askReset: { asked: true }
  changePassword: { changed: true }
  revokeSession: { revoked: number }
  revokeOtherSessions: { revoked: number }
  revokePersonSessions: { revoked: number }
  createUnit: { unitId: string }
  changeUnit: { saved: true }
  moveUnit: Rearranged
  mergeUnit: Rearranged
  closeUnit: { saved: true }
  reopenUnit: { saved: true }
  appointManager: { saved: true }
  dismissManager: { saved: true }
  addPerson: AddPersonResult
  changePerson: ChangePersonResult
  renamePerson: RenameResult
  changeStatus: ChangeStatusResult
  addLoginName: LoginNamesResult
  removeLoginName: LoginNamesResult
  grantRole: RoleResult
  revokeRole: RoleResult
  changeExamTime: ExamTimeResult
  grantSitting: ExtraSittingResult
  unlockAccount: UnlockResult
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
