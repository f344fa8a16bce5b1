import { selfJudgement, selfJudgementWords } from '@/domain/grading'
import type { KindProps } from './kind'

/** One's own line for a poor one; then beside a model line, judged by oneself. */
export function Rewrite({ question, answer, feedback, onAnswer }: KindProps<'rewrite', 'rewrite'>) {
  const text = answer?.text ?? ''
  return (
    <div className="rewrite">
      <p className="original">
        <span className="aux">原话</span>
        <q>{question.original}</q>
      </p>
      {!feedback || !answer ? (
        <label>
          <span className="aux">换成您的说法</span>
          <textarea
            rows={3}
            maxLength={200}
            data-part="text"
            value={text}
            onChange={(event) => onAnswer({ kind: 'rewrite', text: event.target.value, self: null })}
          />
        </label>
      ) : (
        <>
          <dl className="beside">
            <div>
              <dt>您写的</dt>
              <dd>{answer.text}</dd>
            </div>
            <div>
              <dt>参考说法</dt>
              <dd>{feedback.key.key}</dd>
            </div>
          </dl>
          <p className="aux">对照这几点：</p>
          <ul className="points">
            {feedback.key.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <fieldset className="chips bare self" aria-label="您自己看">
            {selfJudgement.options.map((self) => (
              <button key={self} type="button" aria-pressed={answer.self === self} onClick={() => onAnswer({ ...answer, self })}>
                {selfJudgementWords[self]}
              </button>
            ))}
          </fieldset>
        </>
      )}
    </div>
  )
}
