import { z } from 'zod'
import { seeded, shuffled } from './random'

/**
 * The figure before the mirror: layers with variants, each known to comply or not, so that what is wrong with a drawn figure is known by
 * construction. No borderline case is among them.
 */

export const figureModel = z.enum(['woman', 'man'])
export type FigureModel = z.infer<typeof figureModel>

/** `seen` says what one sees and does not judge it; `fault` is the rule broken and what is wrong. */
type Variant = { seen: string; fault?: { rule: string; label: string }; models: FigureModel[] }
const both: FigureModel[] = ['woman', 'man']
const woman: FigureModel[] = ['woman']
const man: FigureModel[] = ['man']

/** What can be marked, in reading order: name, hot spot in the drawing's units (360 wide, 640 high) and the variants. */
const table = {
  hair: {
    name: '头发',
    at: { x: 292, y: 58 },
    to: { x: 214, y: 66 },
    variants: {
      bun: { seen: '黑发，盘在脑后', models: woman },
      bob: { seen: '黑色短发，齐耳', models: woman },
      short: { seen: '黑色短发', models: man },
      side: { seen: '黑发，侧分', models: man },
      long: { seen: '头发披到肩上', models: man, fault: { rule: '2.3.10', label: '男员工不留长发' } },
      dyed: { seen: '亮黄色夹着红色的头发', models: both, fault: { rule: '2.3.6', label: '不染刺眼的彩色头发' } },
      odd: { seen: '两侧剃光，中间竖起一道', models: both, fault: { rule: '2.3.7', label: '不留怪异的发型' } },
    },
  },
  glasses: {
    name: '眼镜',
    at: { x: 292, y: 120 },
    to: { x: 204, y: 114 },
    variants: {
      none: { seen: '没有戴眼镜', models: both },
      clear: { seen: '镜片透明', models: both },
      tinted: { seen: '镜片深黑，看不见眼睛', models: both, fault: { rule: '2.3.4', label: '不戴有色眼镜' } },
    },
  },
  face: {
    name: '面容',
    at: { x: 66, y: 126 },
    to: { x: 156, y: 126 },
    variants: {
      calm: { seen: '妆容清淡，神情平静', models: woman },
      smile: { seen: '面带微笑', models: both },
      heavy: { seen: '蓝色眼影、大片腮红、艳红嘴唇', models: woman, fault: { rule: '2.3.5', label: '不浓妆艳抹' } },
    },
  },
  beard: {
    name: '胡须',
    at: { x: 292, y: 182 },
    to: { x: 196, y: 158 },
    variants: {
      none: { seen: '没有胡须', models: man },
      long: { seen: '胡须垂到胸口', models: man, fault: { rule: '2.3.9', label: '男员工不蓄长胡须' } },
    },
  },
  top: {
    name: '上衣',
    at: { x: 66, y: 250 },
    to: { x: 150, y: 250 },
    variants: {
      uniform: { seen: '绿色司服，扣好', models: both },
      suit: { seen: '深色职业套装', models: both },
      camisole: { seen: '细吊带上衣，露出肩膀', models: woman, fault: { rule: '2.2.3', label: '女员工不着吊带' } },
      sleeveless: { seen: '没有袖子的上衣', models: woman, fault: { rule: '2.2.3', label: '女员工不着无袖上衣' } },
      odd: { seen: '花哨的羽饰外套', models: woman, fault: { rule: '2.2.6', label: '不穿奇装异服' } },
      vest: { seen: '没有领子也没有袖子的背心', models: man, fault: { rule: '2.2.7', label: '男员工不着无领无袖上衣' } },
      untidy: { seen: '司服有污渍，衣扣错位', models: both, fault: { rule: '2.2.2', label: '服装要干净整洁' } },
    },
  },
  hands: {
    name: '手与指甲',
    at: { x: 292, y: 512 },
    to: { x: 296, y: 462 },
    variants: {
      clean: { seen: '指甲干净', models: both },
      dirty: { seen: '指甲缝里有黑垢', models: both, fault: { rule: '2.3.3', label: '指甲要保持清洁' } },
    },
  },
  bottom: {
    name: '下装',
    at: { x: 66, y: 400 },
    to: { x: 150, y: 390 },
    variants: {
      'skirt-knee': { seen: '裙子，长到膝盖', models: woman },
      'skirt-below': { seen: '裙子，长过膝盖', models: woman },
      trousers: { seen: '深色西裤', models: both },
      'trousers-grey': { seen: '灰色西裤', models: man },
      'skirt-short': { seen: '裙子，只到大腿中部', models: woman, fault: { rule: '2.2.5', label: '裙长不短于膝盖上三寸' } },
      shorts: { seen: '短裤', models: both, fault: { rule: '2.2.4', label: '不着短裤' } },
    },
  },
  shoes: {
    name: '鞋',
    at: { x: 66, y: 582 },
    to: { x: 150, y: 586 },
    variants: {
      pumps: { seen: '浅口皮鞋', models: woman },
      flats: { seen: '平底皮鞋', models: woman },
      black: { seen: '黑色皮鞋', models: man },
      brown: { seen: '棕色皮鞋', models: man },
    },
  },
} as const satisfies Record<string, { name: string; at: Spot; to: Spot; variants: Record<string, Variant> }>
type Spot = { x: number; y: number }
export type FigurePart = keyof typeof table
const partNames = Object.keys(table) as FigurePart[]

/** A figure as it is drawn: a variant for every part that the model has. */
export type Figure = { model: FigureModel; layers: Partial<Record<FigurePart, string>> }

const variantsOf = (part: FigurePart, model: FigureModel): [string, Variant][] =>
  Object.entries(table[part].variants as Record<string, Variant>).filter(([, { models }]) => models.includes(model))

/** The rule for men's shorts is another than for women's. */
const faultOf = (part: FigurePart, name: string, model: FigureModel): { rule: string; label: string } | undefined => {
  const { fault } = variantsOf(part, model).find(([id]) => id === name)?.[1] ?? {}
  return fault && part === 'bottom' && name === 'shorts' && model === 'man' ? { ...fault, rule: '2.2.8' } : fault
}

/** A figure in a file: the model and what is not as it should be; the rest complies. */
export const figureSchema = z
  .strictObject({ model: figureModel, layers: z.partialRecord(z.enum(partNames as [FigurePart, ...FigurePart[]]), z.string()).default({}) })
  .check(({ value, issues }) => {
    for (const [part, name] of Object.entries(value.layers) as [FigurePart, string][]) {
      const allowed = variantsOf(part, value.model).map(([id]) => id)
      if (!allowed.includes(name))
        issues.push({ code: 'custom', input: value, message: `${part} 没有 ${name}，可用：${allowed.join(' ') || '这个人像没有这一处'}` })
    }
  })
  .transform(
    ({ model, layers }): Figure => ({
      model,
      layers: Object.fromEntries(
        partNames.flatMap((part) => {
          const first = variantsOf(part, model)[0]?.[0]
          return first ? [[part, layers[part] ?? first]] : []
        }),
      ),
    }),
  )

/** The parts of a figure that can be marked, with what one sees there, not judged. */
export function partsOf(figure: Figure): { id: FigurePart; name: string; seen: string; at: Spot; to: Spot }[] {
  return partNames.flatMap((id) => {
    const seen = variantsOf(id, figure.model).find(([name]) => name === figure.layers[id])?.[1].seen
    const { name, at, to } = table[id]
    return seen ? [{ id, name, seen, at, to }] : []
  })
}

/** What does not comply, in reading order. */
export function faultsOf(figure: Figure): { part: FigurePart; rule: string; label: string }[] {
  return partNames.flatMap((part) => {
    const fault = faultOf(part, figure.layers[part] ?? '', figure.model)
    return fault ? [{ part, ...fault }] : []
  })
}

/** The rules that a drawn figure may break; of either model when none is named. */
export function rulesShown(model?: FigureModel): string[] {
  return figureModel.options
    .filter((name) => !model || name === model)
    .flatMap((name) => partNames.flatMap((part) => variantsOf(part, name).flatMap(([id]) => faultOf(part, id, name)?.rule ?? [])))
}

/** Draws a figure from a seed with exactly `faults` parts that do not comply; the others are any variant that does. */
export function drawFigure(seed: string, { model, faults }: { model?: FigureModel; faults: number }): Figure {
  const dice = seeded(seed)
  const pick = <T>(list: T[]): T => list[Math.floor(dice() * list.length)] as T
  const drawn = model ?? pick<FigureModel>(['woman', 'man'])
  const faulty = (part: FigurePart) => variantsOf(part, drawn).filter(([, { fault }]) => fault)
  const wrong = shuffled(
    partNames.filter((part) => faulty(part).length > 0),
    `${seed}/parts`,
  ).slice(0, faults)
  const layers = partNames.flatMap((part) => {
    const choice = wrong.includes(part) ? faulty(part) : variantsOf(part, drawn).filter(([, { fault }]) => !fault)
    return choice.length > 0 ? [[part, pick(choice)[0]]] : []
  })
  return { model: drawn, layers: Object.fromEntries(layers) }
}
