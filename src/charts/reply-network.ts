import { layoutGraph } from "../measure/graph-layout.ts";
import { reciprocity, replyEdges, replyPeople } from "../measure/reply-network.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { communityColor, networkHeight, networkLayers } from "./network.ts";
import { round, shownName, unitKey } from "./rows.ts";

export interface ReplyNetworkChartOptions extends ChartOptions {
  /** How many people at most, those with the most replies given and received. Default 80. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "誰が誰に答えているか",
    subtitle: (people: number, all: number, mutual: string) =>
      `線は返信、太さは回数、円の大きさは受けた返信の数（${all}人のうち${people}人）。答え返された線は${mutual}。名前のない人は含まない`,
    person: "人",
    example: "例",
    pair: "返信（誰から → 誰へ）",
    replies: "返信（件）",
    received: "受けた返信（件）",
    given: "返した返信（件）",
  },
  en: {
    title: "Who answers whom",
    subtitle: (people: number, all: number, mutual: string) =>
      `Lines are replies, width how many, size replies received (${people} of ${all} people); ${mutual} of the lines are answered; nameless people left out`,
    person: "person",
    example: "example",
    pair: "reply (from → to)",
    replies: "replies",
    received: "replies received",
    given: "replies given",
  },
};

/**
 * The chart of who answers whom among people with a name of their own.
 *
 * @example
 * replyNetworkChart(commentTable(analysis));
 */
export const replyNetworkChart: DefinedChart<ReplyNetworkChartOptions> = defineChart({
  name: "replies",
  description: "Who answers whom.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "replyTo", "author"]),
  optional: pick(commentTable.schema, ["text"]),
  words: TEXT,
  options: { top: 80 },
  draw(comments, { lang, words }, { top }) {
    const edges = replyEdges(comments);
    const people = [...replyPeople(edges)].sort((a, b) => busy(b) - busy(a)).slice(0, top);
    const index = new Map(people.map((row, i) => [personKey(row.discussion, row.name), i]));
    const kept = [...edges].filter(
      (row) => index.has(personKey(row.discussion, row.from)) && index.has(personKey(row.discussion, row.to)),
    );
    const end = (row: Row, side: "from" | "to") => index.get(personKey(row.discussion, row[side]))!;
    const placed = layoutGraph(
      people.length,
      kept.map((row) => ({ from: end(row, "from"), to: end(row, "to"), weight: row.replies })),
    );
    const unitsOf = new Map<string, string[]>();
    for (const row of edges) {
      for (const side of ["from", "to"] as const) {
        const key = personKey(row.discussion, row[side]);
        unitsOf.set(key, [...(unitsOf.get(key) ?? []), ...row.units]);
      }
    }
    const texts = new Map([...comments].map((row) => [unitKey(row.discussion, row.id), row.text ?? null]));
    const rows = [
      ...kept.map((row) => {
        const [from, to] = [placed[end(row, "from")]!, placed[end(row, "to")]!];
        return {
          kind: "link",
          name: `${shownName(row.from, lang)} → ${shownName(row.to, lang)}`,
          x: round(from.x),
          y: round(from.y),
          x2: round(to.x),
          y2: round(to.y),
          size: row.replies,
          weight: row.replies,
          words: texts.get(row.units[0]!) ?? null,
          units: row.units,
        };
      }),
      ...people.map((row, i) => ({
        kind: "node",
        name: shownName(row.name, lang),
        x: round(placed[i]!.x),
        y: round(placed[i]!.y),
        size: row.received,
        given: row.given,
        color: communityColor(placed[i]!.community),
        words: texts.get(unitsOf.get(personKey(row.discussion, row.name))?.[0] ?? "") ?? null,
        units: [...new Set(unitsOf.get(personKey(row.discussion, row.name)))],
      })),
    ];
    if (rows.length === 0) return null;
    const mutual = `${Math.round((reciprocity(edges) ?? 0) * 100)}%`;
    const all = replyPeople(edges).length;
    return {
      subtitle: words.subtitle(people.length, all, mutual),
      rows,
      height: networkHeight(people.length),
      layer: networkLayers(rows, {
        link: [
          { field: "name", title: words.pair },
          { field: "size", title: words.replies },
          { field: "words", title: words.example },
        ],
        node: [
          { field: "name", title: words.person },
          { field: "size", title: words.received },
          { field: "given", title: words.given },
          { field: "words", title: words.example },
        ],
      }),
    };
  },
});

function personKey(discussion: unknown, name: unknown): string {
  return `${discussion}\t${name}`;
}

function busy(row: Row): number {
  return Number(row.received) + Number(row.given);
}
