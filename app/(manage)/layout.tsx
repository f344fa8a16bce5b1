import type { ReactNode } from 'react'
import '../(learn)/learn.css'
import './manage.css'
import { Navigation } from '@/components/navigation'
import { may } from '@/server/access'
import { openPage } from '@/server/page'
import { openAnnouncement } from '@/server/settings/settings'

const words = { administrator: '管理员', content_owner: '内容负责人', manager: '经理' } as const

/** The same frame as the learner's pages, with the role in place of the position. Each page does its own check. */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const { actor } = await openPage('account.own')
  const role = (['administrator', 'manager', 'content_owner'] as const).find((name) => actor.grants.some((grant) => grant.role === name))
  return (
    <Navigation
      name={actor.name}
      place={role ? words[role] : actor.position}
      unit={actor.unitName}
      manages={may(actor, 'report.view')}
      owns={may(actor, 'content.review')}
      administers={may(actor, 'unit.edit')}
      announcement={await openAnnouncement()}
    >
      {children}
    </Navigation>
  )
}
