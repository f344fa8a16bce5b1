'use client'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'

/** Another name, with a reason; says which certificates were issued again. */
export function RenameForm({ personId, name }: { personId: string; name: string }) {
  return (
    <ActionForm
      submit="更名并换发证书"
      sending="正在更名"
      clears
      send={(form) =>
        call('renamePerson', {
          params: { personId },
          body: { was: name, now: String(form.get('newName') ?? ''), reason: String(form.get('renameReason') ?? '') },
        })
      }
      done={({ reissued }) => (
        <>
          已更名。
          {reissued.map(({ before, after }) => (
            <span key={before} className="block">
              证书<span className="num">{before}</span>已撤销，换发为<span className="num">{after}</span>。
            </span>
          ))}
        </>
      )}
    >
      <p className="sub">有效的证书会撤销，并用新姓名换发：日期、成绩不变，编号是新的。原编号验真时显示已撤销。</p>
      <div className="fields mt-3">
        <div className="field">
          <label htmlFor="newName">新姓名</label>
          <input id="newName" name="newName" required maxLength={30} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="renameReason">原因</label>
          <input id="renameReason" name="renameReason" required maxLength={100} autoComplete="off" placeholder="例如：录入有误" />
        </div>
      </div>
    </ActionForm>
  )
}
