import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { defineSchema } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { type CheckedLabel, labelsShown, NONE } from "./layers.ts";

/** Returns the schema of answers of which a comment may have several. */
export function severalSchema(
  name: string,
  { description, answer, labels }: Readonly<Record<"description" | "answer" | "labels", string>>,
) {
  return defineSchema({
    name,
    description,
    columns: [
      { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
      { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
      { name: "text", type: "string", nullable: false, meaning: "the comment" },
      { name: "answer", type: "string", nullable: false, meaning: `${answer}, with spaces; \`none\`: none of these` },
      { name: "labels", type: "string", nullable: false, meaning: labels },
    ],
  });
}

type SeveralSchema = ReturnType<typeof severalSchema>;

/**
 * Returns of each comment which of the listed answers it holds, in their order; \`held\` tells them by \`discussion/unit\`.
 */
export function severalAnswers(
  schema: SeveralSchema,
  comments: Table,
  listed: readonly (CheckedLabel | Pick<CheckedLabel, "label" | "ja">)[],
  held: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const labels = labelsShown([...listed, { label: NONE, ja: "なし" }]);
  const rows = [...need(schema.name, comments, commentTable.schema, ["discussion", "id", "text"])];
  return Table.from(
    schema,
    rows.map(({ discussion, id, text }) => {
      const own = held.get(`${discussion}/${id}`);
      const answer = listed.flatMap(({ label }) => (own?.has(label) === true ? [label] : [])).join(" ");
      return { discussion, unit: id, text, answer: answer === "" ? NONE : answer, labels };
    }),
  );
}
