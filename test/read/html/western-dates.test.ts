import { describe, expect, it } from "vitest";
import { parseWesternDate } from "../../../src/read/html/western-dates.ts";

describe("dates of Western languages, day first, on pages that say so", () => {
  it.each([
    ["de", "3. März 2024", "2024-03-03"],
    ["de-AT", "Sonntag, 3. Jänner 2021", "2021-01-03"],
    ["de", "03.03.2024, 14:05 Uhr", "2024-03-03T14:05"],
    ["de", "31. Dez. 2023 um 9.30 Uhr", "2023-12-31T09:30"],
    ["fr", "lundi 1er août 2022 à 14h05", "2022-08-01T14:05"],
    ["fr", "14 juillet 2023", "2023-07-14"],
    ["fr", "2 juin 2023", "2023-06-02"],
    ["es", "3 de enero de 2024", "2024-01-03"],
    ["it", "8 luglio 2023 alle 10:15", "2023-07-08T10:15"],
    ["pt-BR", "3 de março de 2024 às 14h30", "2024-03-03T14:30"],
    ["pt", "03/04/2024", "2024-04-03"],
    ["nl", "5 mei 2022", "2022-05-05"],
    ["nl", "12 maart 2021 18:00 uur", "2021-03-12T18:00"],
    ["de", "30. Februar 2024", null],
    ["de", "3. Foo 2024", null],
    ["en", "3. März 2024", null],
    ["ja", "03/04/2024", null],
    ["de", "im März 2024 war es kalt", null],
  ])("%s: %s", (language, text, value) => {
    expect(parseWesternDate(text, language)?.value ?? null).toBe(value);
  });

  it("is linear in what it is given", () => {
    expect(parseWesternDate(`${"a".repeat(100_000)} 3. März 2024`, "de")).toBeNull();
  });
});
