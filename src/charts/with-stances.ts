import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema, pick } from "../tables/schema.ts";
import { stanceTable } from "../tables/stances.ts";
import { Table } from "../tables/table.ts";
import { STANCE_COLORS } from "./colors.ts";
import { counted } from "./rows.ts";

const EXTRA = {
  name: "stance",
  type: "string",
  meaning: "what a reply is to the comment it answers: agree, disagree …",
} as const;

/** The column that is added. */
export const stanceSchema = pick(
  defineSchema({ ...commentTable.schema, columns: [...commentTable.schema.columns, EXTRA] }),
  ["stance"],
);

/** Returns the comments, each with what it is to the comment that it answers; null at the top level and where nobody looked. */
export function withStances(comments: Table, stances: Table): Table {
  const known = need("stances of replies", stances, stanceTable.schema, ["discussion", "unit", "stance"]);
  const found = new Map([...known].map(({ discussion, unit, stance }) => [`${discussion}/${unit}`, stance]));
  const rows = [...comments].map((row) => ({ ...row, stance: found.get(`${row.discussion}/${row.id}`) ?? null }));
  return Table.from({ ...comments.schema, columns: [...comments.columns, EXTRA] }, rows);
}

/** What stances are called. */
export const STANCE_NAMES = {
  ja: { agree: "同意", disagree: "異論", mixed: "一部に異論", none: "どちらでもない" },
  en: { agree: "agrees", disagree: "disagrees", mixed: "agrees in part", none: "neither" },
} as const;

type Stance = keyof typeof STANCE_COLORS;

/** Returns what a stance is called; whatever is not known is neither. */
export function stanceName(stance: unknown, lang: "ja" | "en"): string {
  const names: Readonly<Record<string, string>> = STANCE_NAMES[lang];
  return names[String(stance)] ?? STANCE_NAMES[lang].none;
}

/** The colour channel of stances; the field holds names from {@link stanceName}. */
export function stanceColor(field: string, lang: "ja" | "en"): Record<string, unknown> {
  const stances = Object.keys(STANCE_COLORS) as Stance[];
  return {
    field,
    type: "nominal",
    scale: {
      domain: stances.map((stance) => STANCE_NAMES[lang][stance]),
      range: stances.map((stance) => STANCE_COLORS[stance]),
    },
    legend: { title: null, symbolOpacity: 1 },
  };
}

/**
 * Returns how many replies agree and disagree, without those that are none.
 *
 * @example
 * stancesTold(0, 6, "ja"); // "異論6件"
 */
export function stancesTold(agree: number, disagree: number, lang: "ja" | "en"): string {
  const told = [
    [agree, "同意", "agree"],
    [disagree, "異論", "disagree"],
  ] as const;
  return told
    .filter(([count]) => count > 0)
    .map(([count, ja, en]) => (lang === "ja" ? `${ja}${counted(count)}件` : `${counted(count)} ${en}`))
    .join(lang === "ja" ? "、" : ", ");
}
