import type { ReactNode } from 'react'
import './immersive.css'

/** Pages that take the whole screen: no tabs, no side navigation. Each page does its own check. */
export default function ImmersiveLayout({ children }: { children: ReactNode }) {
  return children
}
