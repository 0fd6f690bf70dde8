/** Writes `python/yoron_spark/schemas.json`, the types of layers and tables as Spark and Arrow get them: `npx tsx scripts/spark-schemas.ts`. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { sparkSchemas } from "./spark/schemas.ts";

writeFileSync(resolve(import.meta.dirname, "../python/yoron_spark/schemas.json"), sparkSchemas());
