'use client'
import { passwordRules } from '@/domain/credential'
import { PasswordField } from './sign-in-form'
import './new-password.css'

/** A new password and the rules it keeps, ticked off while one types. */
export function NewPassword({
  label,
  password,
  loginNames,
  onType,
}: {
  label: string
  password: string
  loginNames: string[]
  onType: (value: string) => void
}) {
  return (
    <>
      <PasswordField id="new-password" name="password" label={label} autoComplete="new-password" onType={onType} />
      <ul className="rules-list" aria-live="polite">
        {passwordRules.map((rule) => {
          const met = password !== '' && loginNames.every((loginName) => rule.holds(password, loginName))
          return (
            <li key={rule.id} className={met ? 'v-ok' : ''}>
              <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
                <path d={met ? 'm5 12.5 4.5 4.5L19 7.5' : 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17'} />
              </svg>
              {rule.text}
              <span className="vh">{met ? '，已满足' : '，未满足'}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
