/** What a press came to: a refusal, or what was done. */
export function Said({ message, done }: { message: string; done?: string }) {
  return (
    <>
      <p role="alert" className="v v-warn mt-3 empty:hidden">
        {message}
      </p>
      <p role="status" className="v v-ok mt-3 empty:hidden">
        {message === '' && done}
      </p>
    </>
  )
}
