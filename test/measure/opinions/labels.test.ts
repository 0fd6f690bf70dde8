import { beforeAll, describe, expect, test } from "vitest";
import { loadStopWords } from "../../../src/measure/content-words.ts";
import { examplePlaces, shown } from "../../../src/measure/opinions/examples.ts";
import { type FoundOpinions, findOpinions } from "../../../src/measure/opinions/find-opinions.ts";
import { labelsOf } from "../../../src/measure/opinions/labels.ts";
import { clauseWorth, FOLLOW_RULES } from "../../../src/measure/opinions/words/clause-worth.ts";
import { eachClause } from "../../../src/measure/opinions/words/clauses.ts";
import { ContentWords } from "../../../src/measure/opinions/words/content.ts";
import { salienceOf } from "../../../src/measure/opinions/words/salience.ts";
import { loadResources, type Resources } from "../../../src/resources.ts";
import { goldThread } from "../../../workshop/accuracy/gold-threads.ts";

/** Sentences, and whether a clause of a label may be made of a stretch of them. */
const CLAUSES: readonly (readonly [about: string, sentence: string, clause: string, may: boolean])[] = [
  [
    "begins with what describes its noun",
    "借りられる冊数が3冊までは少なすぎる。",
    "借りられる冊数が3冊までは少なすぎる",
    true,
  ],
  ["in one word", "同じ顔ぶれで過ごすのが苦痛。", "同じ顔ぶれで過ごすのが苦痛", true],
  ["not behind it", "借りられる冊数が3冊までは少なすぎる。", "冊数が3冊までは少なすぎる", false],
  ["nor behind a relative clause", "先生に見てもらえなくなる子がかわいそう。", "子がかわいそう", false],
  ["nor at the second of two nouns", "人の命と暮らしに関わる。", "暮らしに関わる", false],
  ["nor behind という", "ボストチヌイという宇宙基地を作る。", "宇宙基地を作る", false],
  ["may leave out what points", "その運転手が集まらないんです。", "運転手が集まらない", true],
  ["but not inside a sentence", "残り半分をこの冬で市町村が何とかする。", "冬で市町村が何とかする", false],
  ["begins with a number", "540人全員が残れるわけがない。", "540人全員が残れるわけがない", true],
  [
    "ends in what is said of what は marks",
    "東海重機のクレーンは良い機械ですよ。",
    "東海重機のクレーンは良い機械",
    true,
  ],
  [
    "and in a noun with の",
    "熟練工を先に辞めさせるのが最悪の手順なんですよね。",
    "熟練工を先に辞めさせるのが最悪の手順",
    true,
  ],
  [
    "not in a noun that a clause describes",
    "補欠の子を怒鳴りちらすクラブ、嫌だ。",
    "補欠の子を怒鳴りちらすクラブ",
    false,
  ],
  ["not before a bracket", "暮らしに関わる「安全」が先だ。", "暮らしに関わる", false],
  ["ends in what is overdone", "主要駅まで窓口を無人にするのはやりすぎだろ。", "窓口を無人にするのはやりすぎ", true],
  ["keeps か where the contrary would be said", "駅前の駐輪場は料金が高すぎませんか。", "料金が高すぎませんか", true],
  ["and does not say the contrary", "駅前の駐輪場は料金が高すぎませんか。", "料金が高すぎません", false],
  [
    "has a subject, not only whom it concerns",
    "褒められるの、子どもにとっては大きいですよ。",
    "子どもにとっては大きい",
    false,
  ],
];

/** Comments of one opinion each, with a label and sentences that may show it, and such as may not. */
const GROUPS = [
  {
    about: "a wish that several have goes before a story",
    comments: [
      "街灯を増やしてほしい。",
      "通学路が暗すぎるので、街灯を増やしてください。",
      "去年うちの妻が駅前の花壇でつまずいて眼鏡を割りました。街灯がないからです。",
      "それは本当にそう思います。",
      "防犯カメラより先に街灯を付けるべきだ。",
    ],
    label: /^街灯を増やしてください$/,
    hidden: ["それは本当にそう思います。"],
  },
  {
    about: "a piece that breaks off is shown with the rest of its sentence",
    comments: [
      "ごみ袋の値段が上がるのは困りますが、分別が進むなら有料化は仕方がない。",
      "ごみ袋の有料化は家計に響く。",
      "有料化しても分別は進まない。",
      "よく分かりませんが、",
      "ごみ袋を有料化しないと焼却炉がもたない。",
    ],
    label: /^分別が進むなら有料化は仕方がない$/,
    hidden: ["よく分かりませんが、", "ごみ袋の値段が上がるのは困りますが、"],
  },
  {
    about: "being for or against is no label",
    comments: [
      "賛成です。公園の芝生を開放してほしい。",
      "反対に決まってる。犬の糞だらけになる。",
      "芝生に犬を入れるのは賛成できない。",
      "犬と走れる芝生が欲しい。",
      "文句は言わない。",
    ],
    label: /^犬と走れる芝生が欲しい$/,
    hidden: ["文句は言わない。"],
  },
  {
    about: "a wish whose verb says little is a wish",
    comments: ["絵本をもっと置いてほしいです。", "絵本から字を覚えました。", "絵本より専門書を買うべきでしょう。"],
    label: /^絵本(?:をもっと置いてほしい|より専門書を買うべき)$/,
    hidden: [],
  },
  {
    about: "what somebody turns down is not what is said",
    comments: [
      "駐輪場を広げるより、駅まで歩ける道を直してほしい。",
      "駐輪場の屋根が壊れている。",
      "駅前の駐輪場は料金が高い。",
      "駐輪場の料金は学生だけ無料にするべきだ。",
    ],
    label: /^駅前の駐輪場は料金が高い$/,
    hidden: [],
  },
  {
    about: "where nothing is named, a sentence of some length",
    comments: ["あ、本当だ。", "いや、そうでもないでしょう。", "やはりそれはおかしい。"],
    label: /^いや、そうでもないでしょう$/,
    hidden: [],
  },
  {
    about: "a clause goes before a bare noun",
    comments: [
      "公民館で受け取れるようにしてもらえないでしょうか。",
      "公民館での受け取りサービス、大歓迎です。",
      "足が悪いので遠くまでは行けません。",
    ],
    label: /^公民館で受け取れるようにしてもらえないでしょうか$/,
    hidden: [],
  },
] as const;

describe("a clause", () => {
  let tokenizer: Resources["tokenizer"];
  beforeAll(async () => {
    ({ tokenizer } = await loadResources());
  });

  const clausesIn = (sentence: string, options = {}): string[] => {
    const tokens = tokenizer.tokenize(sentence);
    const found: string[] = [];
    const take = ([first, end]: readonly [number, number]) =>
      found.push(sentence.slice(tokens.start(first), tokens.end(end - 1)));
    eachClause(tokens, [0, tokens.length], new ContentWords(loadStopWords()), take, options);
    return found;
  };

  test.each(CLAUSES)("%s: %s", (_, sentence, clause, may) => {
    expect(clausesIn(sentence).includes(clause), clausesIn(sentence).join(" | ")).toBe(may);
  });

  test("may stand in any case where asked for", () => {
    const sentence = "公民館で受け取れる。";
    expect([clausesIn(sentence), clausesIn(sentence, { anyCase: true })]).toEqual([[], ["公民館で受け取れる"]]);
  });

  test.each(
    FOLLOW_RULES.map(({ name, example, weight }) => [name, example, weight] as const),
  )("is worth by what stands behind it, as in %s: %s", (_, example, weight) => {
    const tokens = tokenizer.tokenize(example);
    const worths: number[] = [];
    eachClause(tokens, [0, tokens.length], new ContentWords(loadStopWords()), (clause) =>
      worths.push(clauseWorth(tokens, clause, [0, tokens.length])),
    );
    // What is quoted or past is worth less by that, too.
    expect(Math.abs(worths[0]! / weight - 1) < 1e-9 || worths[0]! < weight).toBe(true);
  });
});

describe("an opinion", () => {
  let found: FoundOpinions;
  let sets: number[][];
  let labels: string[];

  beforeAll(async () => {
    const texts = GROUPS.flatMap(({ comments }) => comments);
    const thread = {
      article: { title: "町の予算", published: "2024-02-01", text: "町の予算が決まる。" },
      comments: texts.map((text, i) => ({
        id: `${i}`,
        replyTo: null,
        author: `住民${i}`,
        posted: "2024-02-01",
        up: null,
        down: null,
        text,
      })),
    };
    const { analysis } = goldThread("町", thread, { proposition: "", comments: {} }, await loadResources());
    found = findOpinions([analysis]);
    let first = 0;
    sets = GROUPS.map(({ comments }) => {
      const [from, to] = [first, first + comments.length];
      first = to;
      return [...found.sayings.items.keys()].filter((i) => {
        const { voice } = found.sayings.items[i]!;
        return voice >= from && voice < to;
      });
    });
    labels = labelsOf(found, sets, salienceOf(found, sets));
  });

  test.each(GROUPS.map((group, k) => [group.about, k] as const))("is told by its own: %s", (_, k) => {
    const { label, hidden, comments } = GROUPS[k]!;
    expect(labels[k]).toMatch(label);
    for (const part of labels[k]!.split("・")) expect(comments.join("\n")).toContain(part);
    const who = found.sayings.voices.map((_voice, i) => `${i}`);
    const salience = salienceOf(found, sets)[k]!;
    const examples = shown(found, examplePlaces(found, sets[k]!, salience, who)).map(({ text }) => text);
    expect(examples).toHaveLength(3);
    for (const text of examples) {
      expect(comments.join("\n")).toContain(text);
      expect(hidden).not.toContain(text);
    }
  });

  test("has a label of 6 to 24 characters that no other has", () => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect([...label].length, label).toSatisfy((n: number) => n >= 6 && n <= 24);
  });
});
