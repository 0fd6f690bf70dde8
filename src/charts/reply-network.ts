import { layoutGraph } from "../measure/graph-layout.ts";
import { reciprocity, replyEdges, replyPeople } from "../measure/reply-network.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions, ChartRow } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { networkHeight, networkLayers, withNameRoom } from "./network.ts";
import { counted, round, shownName, unitKey } from "./rows.ts";
import { STANCE_NAMES, stanceColor, stanceName, stanceSchema, stancesTold, withStances } from "./with-stances.ts";

export interface ReplyNetworkChartOptions extends ChartOptions {
  /** How many people at most, those with the most replies given and received. Default 80. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "誰が誰に答えているか",
    subtitle: (people: number, all: number, mutual: string) =>
      `矢印は返信の向き、色は同意・異論（機械の判定）、円の大きさは受けた返信の数（${counted(all)}人のうち${people}人）。答え返された線は${mutual}。名前のない人は含まない`,
    found: (people: number, replies: number, agree: number, disagree: number) => {
      const told = stancesTold(agree, disagree, "ja");
      const read = told === "" ? "に、同意・異論と読めるものはない" : `のうち、${told}`;
      return `${counted(people)}人のあいだの返信${counted(replies)}件${read}`;
    },
    bare: (people: number, replies: number) => `${counted(people)}人のあいだで返信が${counted(replies)}件`,
    stance: "返信の向き",
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
      `Arrows lead to who is answered, colours show agreement as the machine reads it, size replies received (${people} of ${counted(all)} people); ${mutual} of the lines are answered; nameless people left out`,
    found: (people: number, replies: number, agree: number, disagree: number) =>
      `${counted(replies)} replies among ${counted(people)} people: ${stancesTold(agree, disagree, "en") || "none reads as agreement or dissent"}`,
    bare: (people: number, replies: number) => `${counted(replies)} replies among ${counted(people)} people`,
    stance: "stance",
    person: "person",
    example: "example",
    pair: "reply (from → to)",
    replies: "replies",
    received: "replies received",
    given: "replies given",
  },
};

/**
 * The chart of who answers whom among people with a name of their own: arrows to who is answered, coloured by whether the
 * replies agree (the column `stance`; without it they have one colour).
 *
 * @example
 * replyNetworkChart(commentTable(analysis));
 */
export const replyNetworkChart: DefinedChart<ReplyNetworkChartOptions> = defineChart({
  name: "replies",
  description: "Who answers whom.",
  tables: ["comments", "stances"],
  from: (named) => withStances(named("comments"), named("stances")),
  needs: pick(commentTable.schema, ["discussion", "id", "replyTo", "author"]),
  optional: {
    ...commentTable.schema,
    columns: [...pick(commentTable.schema, ["text"]).columns, ...stanceSchema.columns],
  },
  words: TEXT,
  options: { top: 80 },
  recount: { size: "count", weight: "count", given: "count besides" },
  draw(comments, { lang, words }, { top }) {
    const edges = replyEdges(comments);
    const people = busiest(edges, top);
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
    const stances = new Map([...comments].map((row) => [unitKey(row.discussion, row.id), row.stance]));
    const saying = (units: readonly string[], stance: string) =>
      units.filter((unit) => stances.get(unit) === stance).length;
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
          stance: stanceName(leaning(saying(row.units, "agree"), saying(row.units, "disagree")), lang),
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
        words: texts.get(unitsOf.get(personKey(row.discussion, row.name))?.[0] ?? "") ?? null,
        units: [...new Set(unitsOf.get(personKey(row.discussion, row.name)))],
      })),
    ];
    if (rows.length === 0) return null;
    const received = new Map<string, string[]>();
    for (const row of edges) {
      const key = personKey(row.discussion, row.to);
      received.set(key, [...(received.get(key) ?? []), ...row.units]);
    }
    const counting = [
      ...kept.map(() => ({})),
      ...people.map((row) => ({ counted: received.get(personKey(row.discussion, row.name)) ?? [] })),
    ];
    const mutual = `${Math.round((reciprocity(edges) ?? 0) * 100)}%`;
    const all = replyPeople(edges).length;
    const replies = [...edges].flatMap(({ units }) => units);
    const told = comments.has("stance");
    const link = told
      ? stanceColor("stance", lang)
      : {
          field: "stance",
          type: "nominal",
          scale: { domain: [STANCE_NAMES[lang].none], range: [COLORS.quiet] },
          legend: null,
        };
    return {
      title: told
        ? words.found(all, replies.length, saying(replies, "agree"), saying(replies, "disagree"))
        : words.bare(all, replies.length),
      subtitle: words.subtitle(people.length, all, mutual),
      rows: withNameRoom<ChartRow>(rows, networkHeight(people.length)),
      counting: { rows: counting },
      height: networkHeight(people.length),
      layer: networkLayers(
        rows,
        {
          link: [
            { field: "name", title: words.pair },
            ...(told ? [{ field: "stance", title: words.stance }] : []),
            { field: "size", title: words.replies },
            { field: "words", title: words.example },
          ],
          node: [
            { field: "name", title: words.person },
            { field: "size", title: words.received },
            { field: "given", title: words.given },
            { field: "words", title: words.example },
          ],
        },
        { node: { value: COLORS.behind }, link },
      ),
    };
  },
});

/**
 * Returns the people of a table of edges, the busiest first; of more than `top` those between whom most is said, so that nobody
 * stands there alone.
 */
function busiest(edges: ReturnType<typeof replyEdges>, top: number) {
  const people = [...replyPeople(edges)].sort((a, b) => busy(b) - busy(a));
  if (people.length <= top) return people;
  const degree = new Map(people.map((row) => [personKey(row.discussion, row.name), busy(row)]));
  const ends = (row: Row) => [personKey(row.discussion, row.from), personKey(row.discussion, row.to)];
  const between = (row: Row) => ends(row).reduce((sum, end) => sum + degree.get(end)!, 0);
  const chosen = new Set<string>();
  for (const row of [...edges].sort((a, b) => b.replies - a.replies || between(b) - between(a))) {
    const joined = ends(row).filter((end) => !chosen.has(end));
    if (chosen.size + joined.length <= top) for (const end of joined) chosen.add(end);
  }
  return people.filter((row) => chosen.has(personKey(row.discussion, row.name)));
}

/** What most of somebody's replies to somebody are. */
function leaning(agree: number, disagree: number): string {
  return agree > disagree ? "agree" : disagree > agree ? "disagree" : agree > 0 ? "mixed" : "none";
}

function personKey(discussion: unknown, name: unknown): string {
  return `${discussion}\t${name}`;
}

function busy(row: Row): number {
  return Number(row.received) + Number(row.given);
}
