/**
 * Who may do what to whom: one table, action × role → reach. Everyone who is signed in is a learner; other roles add to
 * that. What the table does not name is refused.
 */
export const roles = ['learner', 'manager', 'content_owner', 'administrator'] as const
export type Role = (typeof roles)[number]

/** `self`: one's own rows. `subtree`: people in the unit of the grant and all below. `all`: the whole organisation. */
export type Reach = 'none' | 'self' | 'subtree' | 'all'

type Row = Partial<Record<Role, Exclude<Reach, 'none'>>> | 'public' | 'content'

const self = { learner: 'self' } as const
const managed = { manager: 'subtree', administrator: 'all' } as const
const administered = { administrator: 'all' } as const

export const policy = {
  // Open to anyone, signed in or not.
  'account.sign-in': 'public',
  'certificate.verify': 'public',
  'service.health': 'public',
  // The published curriculum without keys: anyone signed in.
  'curriculum.read': 'content',
  // One's own learning.
  'account.own': self,
  'learning.own': self,
  'attempt.take': self,
  'role-play.play': self,
  'certificate.view': { ...self, ...managed },
  // Content with its keys.
  'content.review': { content_owner: 'all' },
  'content.suspend': { content_owner: 'all' },
  // Other people.
  'report.view': managed,
  'report.export': managed,
  'person.view': managed,
  'code.issue': managed,
  'account.unlock': managed,
  'member.adjust': managed,
  // Running the platform: the whole organisation.
  'person.edit': administered,
  'role.grant': administered,
  'exam.adjust': administered,
  'certificate.revoke': administered,
  'unit.edit': administered,
  'roster.import': administered,
  'assignment.manage': administered,
  'audit.view': administered,
  'setting.edit': administered,
} as const satisfies Record<string, Row>

export type Action = keyof typeof policy
type ActionWith<R> = { [A in Action]: (typeof policy)[A] extends R ? A : never }[Action]
export type PublicAction = ActionWith<'public'>
export type ContentAction = ActionWith<'content'>
export type PersonAction = Exclude<Action, PublicAction | ContentAction>

export type Grant = { role: Exclude<Role, 'learner'>; unitPath: string | null }

/** The union of what several roles may see. `paths` are beginnings of unit paths. */
export type Extent = { self: boolean; paths: string[]; all: boolean }

/**
 * What `grants` allow for `action`; null when nothing. A manager's grant without a unit allows nothing: it fails closed.
 */
export function extentOf(action: PersonAction, grants: Grant[]): Extent | null {
  const row: Partial<Record<Role, Reach>> = policy[action]
  const extent: Extent = { self: row.learner === 'self', paths: [], all: false }
  for (const grant of grants) {
    const reach = row[grant.role]
    if (reach === 'all') extent.all = true
    if (reach === 'subtree' && grant.unitPath) extent.paths.push(grant.unitPath)
    if (reach === 'self') extent.self = true
  }
  return extent.self || extent.all || extent.paths.length > 0 ? extent : null
}

/** May one row be touched: the same answer as the filter that lists rows gives. */
export function covers(extent: Extent, actorId: string, row: { personId: string; unitPath: string }): boolean {
  return extent.all || (extent.self && row.personId === actorId) || extent.paths.some((path) => row.unitPath.startsWith(path))
}

/**
 * Whether one's reach takes in everything that `grants` allow. Asked before handing out something that lets one act as their holder: who
 * could get a code for an administrator would be one.
 */
export function reachesAllOf(extent: Extent, grants: Grant[]): boolean {
  return extent.all || grants.every(({ role, unitPath }) => role === 'manager' && unitPath !== null && extent.paths.some((path) => unitPath.startsWith(path)))
}
