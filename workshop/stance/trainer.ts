/** Turns written comments and replies into rows, and makes models of them. */
import { StanceJudge } from "../../src/annotate/stance/judge.ts";
import { WordingReader } from "../../src/annotate/stance/reading.ts";
import { loadStanceRules, type StanceResources } from "../../src/annotate/stance/resources.ts";
import { type StanceModel, TENDENCIES } from "../../src/annotate/stance/stance-model.ts";
import { weighStance } from "../../src/annotate/stance/weigh-stance.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { FeatureRows } from "../../src/words/feature-rows.ts";
import { loadWordVectors } from "../../src/words/load-word-vectors.ts";
import { TokenClasses } from "../../src/words/token-classes.ts";
import { unitMaker } from "../accuracy/unit-of.ts";
import { type SideExample, writtenSides } from "../sides/examples.ts";
import type { StanceExample } from "./examples.ts";
import { type LearnedRows, type LearnedStances, learnTendencies, type StanceRow } from "./learn.ts";

const NOTHING = new FeatureRows(
  { features: new Uint32Array(16), rowOf: new Uint16Array(16), weights: new Int8Array(0) },
  TENDENCIES.length,
);
/** A model that knows nothing yet. */
const BLANK: StanceModel = {
  tendencies: NOTHING,
  tendencyScale: 1,
  grams: NOTHING,
  scale: 1,
  signals: new Float32Array(),
  shared: new Float32Array(),
  temperature: 1,
  doubt: 0.5,
  sure: 1,
  certain: 1,
  least: 0,
  vectors: 0,
};

/** Returns what learns stances; it reads the tendencies of the given model, or learns them anew. */
export async function stanceTrainer(known?: StanceModel) {
  const { unitOf } = await unitMaker();
  const { vectors, mark } = loadWordVectors(dataReader());
  const rules = { ...loadStanceRules(dataReader()), classes: new TokenClasses(), vectors };
  const tendencies = known === undefined ? tendenciesOf({ ...rules, model: BLANK }, unitOf) : null;
  const model: StanceModel = known ?? withTendencies(tendencies!);
  const judge = new StanceJudge({ ...rules, model });
  const rowOf = (example: StanceExample): StanceRow => {
    const [parent, reply] = [unitOf(example.parent, `p${example.parent}`), unitOf(example.reply, "reply")];
    const exchange = judge.exchange(
      reply,
      { unit: parent, isReply: example.parentIsReply },
      weighStance(reply, [], rules),
    );
    return { example, exchange, grams: judge.grams };
  };
  return { rowOf, model, tendencies, mark };
}

/** Returns a model with what was learned of stances. */
export function withStances(model: StanceModel, { grams, signals, shared }: LearnedStances): StanceModel {
  return { ...model, grams: new FeatureRows(grams.columns, 4), scale: grams.scale, signals, shared };
}

function withTendencies({ columns, scale }: LearnedRows): StanceModel {
  return { ...BLANK, tendencies: new FeatureRows(columns, TENDENCIES.length), tendencyScale: scale };
}

function tendenciesOf(
  resources: StanceResources,
  unitOf: Awaited<ReturnType<typeof unitMaker>>["unitOf"],
): LearnedRows {
  const reader = new WordingReader(resources);
  return learnTendencies(
    writtenSides().map((comment) => {
      reader.read(unitOf(comment.text), [{ start: 0, end: comment.text.length }]);
      return { grams: reader.grams.values.slice(0, reader.grams.length), gold: tendenciesSaid(comment) };
    }),
  );
}

/** Returns what the labels of a comment say of its tendencies, in their order. */
function tendenciesSaid({ tone, side }: SideExample): readonly (boolean | null)[] {
  const [well, ill] = [tone === "positive", tone === "negative"];
  const [pro, contra] = [side === "for", side === "against"];
  return [
    well || ill ? well : null,
    pro || contra ? pro : null,
    side !== "none",
    side === "conditional" || side === "unsure" || tone === "mixed",
  ];
}
