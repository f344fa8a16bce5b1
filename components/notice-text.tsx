import type { NoticeSection } from '@/domain/notice'

/** The privacy notice as it is read: on its page and before the first lesson. */
export function NoticeText({ sections }: { sections: NoticeSection[] }) {
  return sections.map(({ title, paragraphs }) => (
    <section key={title}>
      <h2>{title}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))
}
