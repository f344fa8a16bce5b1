'use client'
import { useState } from 'react'
import type { Announcement } from '@/domain/setting'
import { keep } from './large-text-button'

/** What the platform has to say, on top of the page until it is closed here. Another line comes with another key. */
export function AnnouncementLine({ announcement: { id, text } }: { announcement: Announcement }) {
  const [closed, setClosed] = useState(false)
  if (closed) return null
  return (
    <div className="announcement">
      <p role="status">{text}</p>
      <button
        type="button"
        aria-label="收起公告"
        onClick={() => {
          keep('announcement', id)
          setClosed(true)
        }}
      >
        <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6.500 6.500l11 11M17.500 6.500l-11 11" />
        </svg>
      </button>
    </div>
  )
}
