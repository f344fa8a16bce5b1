import { z } from 'zod'
import { addDays } from './time'

/** Who is given a programme: everyone whom every condition fits. Without conditions it is everyone who is active. */
export const assignmentRule = z.strictObject({
  staffKinds: z
    .array(z.enum(['staff', 'agent']))
    .min(1)
    .optional(),
  serviceStages: z.array(z.string()).min(1).optional(),
  /** In one of these units or below. */
  unitIds: z.array(z.uuid()).min(1).optional(),
  /** YYYY-MM-DD: hired on this day or later. */
  hiredFrom: z.iso.date().optional(),
})
export type AssignmentRule = z.infer<typeof assignmentRule>

/** What a rule looks at. `unitPath` is "/<id>/<id>/…/", `hiredOn` YYYY-MM-DD. */
export type Candidate = { status: 'active' | 'on_leave' | 'left'; staffKind: 'staff' | 'agent'; serviceStage: string; unitPath: string; hiredOn: string }

/** Whether `rule` makes a person a member. Someone on leave or gone never joins. */
export function fits(rule: AssignmentRule, person: Candidate): boolean {
  return (
    person.status === 'active' &&
    (!rule.staffKinds || rule.staffKinds.includes(person.staffKind)) &&
    (!rule.serviceStages || rule.serviceStages.includes(person.serviceStage)) &&
    (!rule.unitIds || rule.unitIds.some((id) => person.unitPath.includes(`/${id}/`))) &&
    (!rule.hiredFrom || person.hiredOn >= rule.hiredFrom)
  )
}

/** Whoever joins late gets at least this long. */
export const joinerDays = 14

/** The due date of someone who joins on `today`: the round's, or `joinerDays` from now where that is later (days as YYYY-MM-DD). */
export const dueOnFor = (roundDueOn: string, today: string): string => {
  const own = addDays(today, joinerDays)
  return own > roundDueOn ? own : roundDueOn
}
