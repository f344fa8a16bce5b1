import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse as parseYaml } from 'yaml'
import type { Run } from '@/domain/lesson'

/** What stands wrong in a lesson file, with the line it stands in. */
export class LessonSyntaxError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

type Block = RootContent | BlockContent | DefinitionContent
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)

const lineOf = (node: { position?: { start: { line: number } } | undefined }) => node.position?.start.line ?? 1

function refuse(node: Block | ListItem, message: string): never {
  throw new LessonSyntaxError(lineOf(node), message)
}

function runs(children: PhrasingContent[], strong = false): Run[] {
  return children.flatMap((child): Run[] => {
    if (child.type === 'text') return [strong ? { text: child.value.replaceAll('\n', ''), strong } : { text: child.value.replaceAll('\n', '') }]
    if (child.type === 'strong') return runs(child.children, true)
    throw new LessonSyntaxError(lineOf(child), `课文里只用正文与**加粗**，不用 ${child.type}`)
  })
}
const plain = (paragraph: Paragraph) =>
  runs(paragraph.children)
    .map((run) => run.text)
    .join('')
const isLabel = (node: Block): node is Paragraph =>
  node.type === 'paragraph' && Boolean((node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel)

/** The card's own blocks without its label. */
const body = (card: ContainerDirective) => card.children.filter((child) => !isLabel(child))
function title(card: ContainerDirective): string {
  const label = card.children.find(isLabel)
  return label ? plain(label) : refuse(card, `:::${card.name} 要有标题，写成 :::${card.name}[标题]`)
}
const paragraphs = (blocks: Block[]): Run[][] => blocks.filter((block): block is Paragraph => block.type === 'paragraph').map((block) => runs(block.children))
const listOf = (card: ContainerDirective): List =>
  body(card).find((block): block is List => block.type === 'list') ?? refuse(card, `:::${card.name} 里要有一个列表`)

/** A list item's first line, and the note one level below it. */
function itemText(item: ListItem): { text: string; note: string | undefined } {
  const first = item.children[0]
  if (first?.type !== 'paragraph') return refuse(item, '列表项要有文字')
  const nested = item.children.find((child): child is List => child.type === 'list')
  const note = nested?.children[0]?.children[0]
  return { text: plain(first), note: note?.type === 'paragraph' ? plain(note) : undefined }
}
function dialogue(item: ListItem): { who: string; text: string; note: string | undefined } {
  const { text, note } = itemText(item)
  const at = text.indexOf('：')
  if (at < 1 || at > 8) refuse(item, '对话写成“角色：话”，冒号用全角')
  return { who: text.slice(0, at), text: text.slice(at + 1), note }
}
const withNote = <T extends { note: string | undefined }>({ note, ...rest }: T) => (note === undefined ? rest : { ...rest, note })

function toCard(card: ContainerDirective): unknown {
  const base = { kind: card.name, title: title(card) }
  switch (card.name) {
    case 'situation':
    case 'why':
    case 'pitfall':
      return { ...base, paragraphs: paragraphs(body(card)) }
    case 'rule':
      return { ...base, rules: (card.attributes?.ids ?? '').split(/\s+/).filter(Boolean), paragraphs: paragraphs(body(card)) }
    case 'models': {
      const side = (name: string) => {
        const found = body(card).find((block): block is ContainerDirective => block.type === 'containerDirective' && block.name === name)
        return found ? listOf(found).children.map((item) => withNote(dialogue(item))) : refuse(card, `:::models 里要有 :::${name}`)
      }
      return { ...base, good: side('good'), poor: side('poor') }
    }
    case 'choose':
      return {
        ...base,
        prompt: paragraphs(body(card)),
        options: listOf(card).children.map((item) => ({
          text: itemText(item).text,
          right: item.checked === true,
          note: itemText(item).note ?? refuse(item, '每个选项下一级要写反馈'),
        })),
      }
    case 'order': {
      const quote = body(card).find((block) => block.type === 'blockquote')
      return {
        ...base,
        prompt: paragraphs(body(card)),
        steps: listOf(card).children.map((item) => itemText(item).text),
        note:
          quote?.type === 'blockquote'
            ? paragraphs(quote.children)
                .flat()
                .map((run) => run.text)
                .join('')
            : refuse(card, ':::order 末尾要用“> ”写明为什么是这个次序'),
      }
    }
    case 'find':
      return {
        ...base,
        prompt: paragraphs(body(card)),
        lines: listOf(card).children.map((item) => {
          const { who, text, note } = dialogue(item)
          return { who, text, wrong: item.checked === true, note: note ?? refuse(item, '每一句下一级要写说明') }
        }),
      }
    case 'summary':
      return {
        ...base,
        points: listOf(card).children.map((item) =>
          item.children[0]?.type === 'paragraph' ? runs(item.children[0].children) : refuse(item, '列表项要有文字'),
        ),
      }
    default:
      return refuse(card, `没有 :::${card.name} 这种卡片；可用：situation rule models choose order find why pitfall summary`)
  }
}

/**
 * Reads one lesson file into its front matter and cards, not yet validated against `lessonSchema`.
 * Refuses (LessonSyntaxError, with the line) anything but the fixed set of cards.
 */
export function readLessonMarkdown(source: string): { value: unknown; cardLines: number[] } {
  const root = parser.parse(source) as Root
  const [front, ...rest] = root.children
  if (front?.type !== 'yaml') throw new LessonSyntaxError(1, '文件开头要有 --- 包住的说明（id、title、sections、rules、minutes、check）')
  const cards = rest.map((node) => (node.type === 'containerDirective' ? node : refuse(node, '课文都要写在卡片里（:::situation 等）')))
  return { value: { ...parseYaml(front.value), cards: cards.map(toCard) }, cardLines: cards.map(lineOf) }
}
