import { DragArea, DragButton, DropPlace } from './drag'
import type { KindProps } from './kind'

/** Steps into order: press to place, press again to take back; or drag a step to its place. */
export function Order({ question, answer, feedback, onAnswer }: KindProps<'order', 'order'>) {
  const placed = answer?.steps ?? []
  const textOf = (id: string | undefined) => question.steps.find((step) => step.id === id)?.text ?? ''
  /** To the place where it was let go, or behind the last one placed. */
  function drop(step: string, place: string) {
    const others = placed.filter((entry) => entry !== step)
    const at = Math.min(Number(place), others.length)
    onAnswer({ kind: 'order', steps: [...others.slice(0, at), step, ...others.slice(at)] })
  }
  return (
    <DragArea onDrop={drop}>
      <ol className="steps" aria-label="您排的次序">
        {question.steps.map((step, at) => {
          const id = placed[at]
          const wanted = feedback?.key.key[at]
          const miss = feedback !== null && id !== wanted
          return (
            <DropPlace key={`slot-${step.id}`} as="li" place={String(at)}>
              {id === undefined ? (
                <div className="slot e">
                  <b>{at + 1}</b>
                  <span>{feedback ? textOf(wanted) : at === placed.length ? '选一步放进来' : '空着'}</span>
                </div>
              ) : (
                <DragButton
                  part={id}
                  disabled={feedback !== null}
                  className={miss ? 'slot miss' : 'slot'}
                  onClick={() => onAnswer({ kind: 'order', steps: placed.filter((entry) => entry !== id) })}
                >
                  <b>{at + 1}</b>
                  <span>
                    {textOf(id)}
                    {feedback && <em className={`tag ${miss ? 'v-warn' : 'v-ok'}`}>{miss ? `✕ 这里应是：${textOf(wanted)}` : '✓ 位置对'}</em>}
                    {!feedback && <span className="vh">，按一下取回</span>}
                  </span>
                </DragButton>
              )}
            </DropPlace>
          )
        })}
      </ol>
      {!feedback && (
        <fieldset className="chips bare" aria-label="可选的步骤">
          {question.steps
            .filter(({ id }) => !placed.includes(id))
            .map(({ id, text }) => (
              <DragButton key={id} part={id} data-part={id} onClick={() => onAnswer({ kind: 'order', steps: [...placed, id] })}>
                {text}
              </DragButton>
            ))}
        </fieldset>
      )}
    </DragArea>
  )
}
