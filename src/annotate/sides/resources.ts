import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { parseTsv } from "../../text/tsv.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { compileTrie, Trie } from "../../words/trie.ts";
import { CHANGES, type Change } from "./change.ts";
import type { ChangeWords, PropositionResources } from "./proposition.ts";
import { parseRules } from "./rules.ts";
import { blankSideModel, decodeSideModel, type SideModel } from "./side-model.ts";

/** The trained weights; `npm run train:sides` makes them. */
export const SIDE_MODEL_FILE = "data/models/sides.bin";
const RULES = "data/sides/rules.tsv";
const CHANGE_WORDS = "data/sides/changes.tsv";
const ACT_NAMES = "data/sides/act-names.tsv";

/** What the finder of sides knows. */
export interface SideResources extends PropositionResources {
  readonly model: SideModel;
}

/** Returns what the finder of sides knows. */
export function loadSideResources(read: DataReader): SideResources {
  const rest = loadSideRules(read);
  const model = decodeSideModel(read.bytes(SIDE_MODEL_FILE), rest.rules.rows.length);
  if (model !== null) return { ...rest, model };
  throw new YoronError({
    code: "missing-resource",
    what: "the model of sides was made for another version:",
    value: SIDE_MODEL_FILE,
    next: "run `npm run train:sides`",
  });
}

/** Returns all but the model, for which training has no use yet. */
export function loadSideRules(read: DataReader): SideResources {
  const rules = parseRules(read.text(RULES), RULES);
  return {
    changes: loadChanges(read),
    rules,
    patterns: rules.rows.map(() => null),
    classes: new TokenClasses(),
    model: blankSideModel(rules.rows.length),
  };
}

function loadChanges(read: DataReader): ChangeWords {
  const rows = parseTsv(read.text(CHANGE_WORDS), ["word", "change"], CHANGE_WORDS);
  const { columns, order } = compileTrie(rows.map(({ word }) => word));
  const called = parseTsv(read.text(ACT_NAMES), ["change", "name"], ACT_NAMES);
  const namesOf = (kind: Change) => called.flatMap(({ change, name }) => (change === kind ? [name] : []));
  const [removes, restricts, adds, moves] = CHANGES.map(namesOf);
  return {
    trie: new Trie(columns),
    // The file's own test holds it to these four.
    changes: Array.from(order, (index) => rows[index]!.change as Change),
    names: { removes: removes!, restricts: restricts!, adds: adds!, moves: moves! },
  };
}
