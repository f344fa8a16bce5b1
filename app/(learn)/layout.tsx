import type { ReactNode } from 'react'
import '@/components/drawings/hall.css'
import './learn.css'
import { Navigation } from '@/components/navigation'
import { may } from '@/server/access'
import { openPage } from '@/server/page'
import { openAnnouncement } from '@/server/settings/settings'

/** Tabs on a phone, a side navigation on a desktop. Each page does its own check; this one only names who is here. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  const { actor } = await openPage('curriculum.read')
  return (
    <Navigation
      name={actor.name}
      place={actor.position}
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
