import { previewAssignmentBody } from '@/domain/assignment'
import { endpoint } from '../endpoint'
import { previewRule } from './queries'

/** Whom an assignment would take in if it opened now: how many, where, a few names. Changes nothing. */
export const previewAssignment = endpoint('previewAssignment', {
  kind: 'json',
  body: previewAssignmentBody,
  db: 'statement',
  limitBytes: 64 * 1024,
  run: ({ scope, body, db }) => previewRule(db, scope, body.programmeId, body.rule),
})
