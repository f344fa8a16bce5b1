import type { KindProps } from './kind'

/** Steps into order: press to place, press again to take back. */
export function Order({ question, answer, feedback, onAnswer }: KindProps<'order', 'order'>) {
  const placed = answer?.steps ?? []
  const textOf = (id: string | undefined) => question.steps.find((step) => step.id === id)?.text ?? ''
  return (
    <>
      <ol className="steps" aria-label="您排的次序">
        {question.steps.map((step, at) => {
          const id = placed[at]
          const wanted = feedback?.key.key[at]
          const miss = feedback !== null && id !== wanted
          return (
            <li key={`slot-${step.id}`}>
              {id === undefined ? (
                <div className="slot e">
                  <b>{at + 1}</b>
                  <span>{feedback ? textOf(wanted) : at === placed.length ? '选一步放进来' : '空着'}</span>
                </div>
              ) : (
                <button
                  type="button"
                  className={miss ? 'slot miss' : 'slot'}
                  onClick={() => onAnswer({ kind: 'order', steps: placed.filter((entry) => entry !== id) })}
                >
                  <b>{at + 1}</b>
                  <span>
                    {textOf(id)}
                    {feedback && <em className={`tag ${miss ? 'v-warn' : 'v-ok'}`}>{miss ? `✕ 这里应是：${textOf(wanted)}` : '✓ 位置对'}</em>}
                    {!feedback && <span className="vh">，按一下取回</span>}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {!feedback && (
        <fieldset className="chips bare" aria-label="可选的步骤">
          {question.steps
            .filter(({ id }) => !placed.includes(id))
            .map(({ id, text }) => (
              <button key={id} type="button" data-part={id} onClick={() => onAnswer({ kind: 'order', steps: [...placed, id] })}>
                {text}
              </button>
            ))}
        </fieldset>
      )}
    </>
  )
}
