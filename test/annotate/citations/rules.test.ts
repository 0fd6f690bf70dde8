import { beforeAll, expect, it } from "vitest";
import { CARRIER_RULES } from "../../../src/annotate/citations/carriers.ts";
import { findCitations } from "../../../src/annotate/citations/find-citations.ts";
import { OUTLET_RULES } from "../../../src/annotate/citations/outlet-rules.ts";
import { loadCitationResources } from "../../../src/annotate/citations/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";
import { decidingRows, type Row, rowsOf } from "../deciding-rows.ts";

const TABLES: Readonly<Record<string, readonly Row[]>> = { OUTLET_RULES, CARRIER_RULES };

let maker: Awaited<ReturnType<typeof unitMaker>>;
const resources = loadCitationResources(dataReader());
beforeAll(async () => {
  maker = await unitMaker();
});

it.each(rowsOf(TABLES))("%s: %s decides on its example", (table, name, { example }) => {
  const cite = () => findCitations(maker.discussionOf(example, []), [maker.unitOf(example)], resources);
  expect(decidingRows(TABLES[table]!, cite)).toContain(name);
});
