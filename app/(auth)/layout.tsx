import type { ReactNode } from 'react'
import '@/components/drawings/hall.css'
import './auth.css'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return children
}
