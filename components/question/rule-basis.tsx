import type { ReactNode } from 'react'
import type { RuleText } from '@/domain/curriculum'

/** The clause plate; opened, it tells the rule in words. */
export function RuleBasis({ rule, children }: { rule: RuleText; children?: ReactNode }) {
  return (
    <details className="basis">
      <summary>
        <span className="plate">
          <b>{rule.id}</b>
          <span>{rule.title}</span>
        </span>
        <span className="sub">看依据</span>
      </summary>
      <p className="std">{rule.text}</p>
      {children}
    </details>
  )
}
