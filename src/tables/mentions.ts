import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of every place where an entity is spoken of.
 *
 * @example
 * mentionTable(analysis).filter((row) => row.entity === "KZ");
 */
export const mentionTable = projection(
  {
    name: "mentions",
    description: "A place where an entity is spoken of.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "entity", type: "string", nullable: false, meaning: "the entity", key: "entities.id" },
      { name: "name", type: "string", nullable: false, meaning: "the entity's canonical name" },
      { name: "label", type: "string", nullable: false, meaning: "OntoNotes label" },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, entities, mentions }) {
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    for (const { unit, start, end, text, entity, label, confidence, by } of mentions) {
      const name = names.get(entity) ?? text;
      yield { discussion: discussion.id, unit, start, end, text, entity, name, label, confidence, by };
    }
  },
);
