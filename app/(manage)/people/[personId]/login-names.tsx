'use client'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { Removable } from './removable'

/** The names one signs in with: one more, or one fewer, never none. */
export function LoginNames({ personId, loginNames }: { personId: string; loginNames: string[] }) {
  return (
    <>
      <Removable
        entries={loginNames.map((name) => ({ key: name, text: name, removable: loginNames.length > 1, given: name }))}
        verb="删去"
        remove={(loginName) => call('removeLoginName', { params: { personId }, body: { loginName } })}
      />
      <ActionForm
        submit="添加登录名"
        sending="正在添加"
        clears
        send={(form) => call('addLoginName', { params: { personId }, body: { loginName: String(form.get('loginName') ?? '') } })}
        done={() => '已添加。'}
      >
        <div className="field">
          <label htmlFor="loginName">新登录名</label>
          <input id="loginName" name="loginName" className="num" required maxLength={64} autoComplete="off" spellCheck={false} />
        </div>
      </ActionForm>
    </>
  )
}
