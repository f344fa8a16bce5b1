import { cookies } from 'next/headers'
import { cache } from 'react'
import { type Announcement, announcementOn, defaultSettings, type Settings, settingsOf } from '@/domain/setting'
import { systemScope } from '../access'
import { publishedSettings } from '../content/store'
import { database } from '../db'
import { readStoredSettings } from './queries'

const scope = systemScope('what an administrator sets is shown to everyone')

/** The settings as they are now, who runs the platform, and the day it is. Read once a request and kept no longer: a change shows at the next page in every process. */
export const currentSettings = cache(async (): Promise<{ settings: Settings; issuer: string; today: string }> => {
  const [content, { rows, today }] = await Promise.all([publishedSettings(), readStoredSettings(database(), scope)])
  return { settings: settingsOf(rows, defaultSettings(content)), issuer: content.issuer, today }
})

/** The line on top of the pages, unless this browser has closed it or its day is over. */
export async function openAnnouncement(): Promise<Announcement | null> {
  const [{ settings, today }, jar] = await Promise.all([currentSettings(), cookies()])
  const announcement = announcementOn(settings.announcement, today)
  return announcement && jar.get('announcement')?.value !== announcement.id ? announcement : null
}
