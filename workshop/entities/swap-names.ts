import type { GoldEntity, TrainingText } from "./training-data.ts";

/**
 * Makes a second copy of each text that has names, with most of them exchanged for others of the same type in the same source
 * (mention replacement, Dai and Adel 2020), so that the model learns from what stands around a name.
 */
export function swapNames(texts: readonly TrainingText[], random: () => number): TrainingText[] {
  const names = new Map<string, string[]>();
  for (const { text, entities } of texts) {
    for (const { start, end, type } of entities) {
      const list = names.get(type);
      if (list === undefined) names.set(type, [text.slice(start, end)]);
      else list.push(text.slice(start, end));
    }
  }
  return texts.flatMap(({ text, entities }) => {
    if (!entities.some(({ type }) => SWAPPED.test(type))) return [];
    const sorted = [...entities].sort((a, b) => a.start - b.start);
    let made = "";
    let at = 0;
    const moved: GoldEntity[] = [];
    for (const { start, end, type } of sorted) {
      if (start < at) return [];
      made += text.slice(at, start);
      const others = names.get(type)!;
      const name =
        SWAPPED.test(type) && random() < 0.7 ? others[Math.floor(random() * others.length)]! : text.slice(start, end);
      moved.push({ start: made.length, end: made.length + name.length, type });
      made += name;
      at = end;
    }
    return [{ text: made + text.slice(at), entities: moved }];
  });
}

const SWAPPED =
  /^(?:PERSON|ORG|GPE|LOC|FAC|PRODUCT|EVENT|WORK_OF_ART|人名|法人名|政治的組織名|その他の組織名|地名|施設名|製品名|イベント名)$/;
