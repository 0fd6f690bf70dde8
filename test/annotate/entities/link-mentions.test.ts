import { beforeAll, describe, expect, it } from "vitest";
import {
  type EntityResources,
  findEntities,
  loadEntityResources,
} from "../../../src/annotate/entities/find-entities.ts";
import { fullNameOf } from "../../../src/annotate/entities/full-names.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
let resources: EntityResources;
beforeAll(async () => {
  maker = await unitMaker();
  resources = loadEntityResources(dataReader());
});

describe("the full name of a short form", () => {
  it.each<[string, readonly string[], string | null]>([
    ["習", ["習近平", "習"], "習近平"],
    ["聡太", ["藤原聡太", "聡太", "藤原"], "藤原聡太"],
    ["聡太", ["藤原聡太", "宮田聡太", "聡太"], "聡太"],
    ["太", ["藤原聡太", "太"], "太"],
  ])("%s of %j is %s", (name, names, full) => {
    expect(fullNameOf(name, names)).toBe(full);
  });
});

describe("a bare title in a comment", () => {
  const titled = (article: string, comment: string) => {
    const { entities, mentions } = findEntities([maker.unitOf(article), maker.unitOf(comment, "c1")], resources);
    const mention = mentions.find(({ unit, by }) => unit === "c1" && by === "bare-title");
    return mention === undefined
      ? null
      : [entities.find(({ id }) => id === mention.entity)?.name, mention.confidence < 0.5];
  };

  it("means the only one in the discussion who bears it, with little confidence", () => {
    expect(titled("トカエフ大統領が会見した。", "大統領は頑張った。")).toEqual([
      expect.stringContaining("トカエフ"),
      true,
    ]);
  });

  it("means nobody where two bear it", () => {
    expect(titled("トカエフ大統領とプーチン大統領が会見した。", "大統領は頑張った。")).toBeNull();
  });
});
