'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { ProfileFields, profileOf } from '@/components/people/profile-fields'
import { splitLoginNames, type Twin, type UnitChoice } from '@/domain/person'

/** One person by hand. Whoever is there already is shown with a link; somebody else of the same name is added on a second word. */
export function NewPersonForm({ units }: { units: UnitChoice[] }) {
  const router = useRouter()
  const [twin, setTwin] = useState<Twin | null>(null)
  // The same for every try, so that a lost answer adds nobody twice.
  const id = useRef('')
  return (
    <ActionForm
      submit="添加"
      sending="正在添加"
      primary
      send={async (form) => {
        id.current ||= uuid()
        setTwin(null)
        const answer = await call('addPerson', {
          params: {},
          body: {
            ...profileOf(form),
            id: id.current,
            name: String(form.get('name') ?? ''),
            loginNames: splitLoginNames(String(form.get('loginNames') ?? '')),
            evenIfSameName: form.get('evenIfSameName') === 'on',
          },
        })
        if (answer.ok && answer.data.added) router.push(`/people/${answer.data.added}`)
        if (answer.ok) setTwin(answer.data.twin)
        return answer
      }}
      done={({ added }) => added && '已添加，正在打开。'}
    >
      <div className="fields">
        <div className="field">
          <label htmlFor="name">姓名</label>
          <input id="name" name="name" required maxLength={30} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="loginNames">登录名</label>
          <input id="loginNames" name="loginNames" required maxLength={200} autoComplete="off" spellCheck={false} aria-describedby="loginNames-hint" />
          <p className="aux" id="loginNames-hint">
            工号、手机号或展业证号。有几个时用“；”隔开。
          </p>
        </div>
        <ProfileFields units={units} />
      </div>
      <div aria-live="polite">
        {twin && (
          <div className="twin">
            <p className="v v-warn">{twin.because === 'login-name' ? `登录名“${twin.number}”已经有人用了。` : `${twin.unitName}已有一位${twin.name}。`}</p>
            <p>
              <Link className="link" href={`/people/${twin.id}`} target="_blank" prefetch={false}>
                {twin.name}，{twin.unitName}，{twin.number}
              </Link>
            </p>
            {twin.because === 'same-name' && (
              <label className="check">
                <input type="checkbox" name="evenIfSameName" />
                是另一位同名的同事，仍要添加
              </label>
            )}
          </div>
        )}
      </div>
    </ActionForm>
  )
}
