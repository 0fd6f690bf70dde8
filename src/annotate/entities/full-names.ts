/**
 * Returns the full name in a discussion that a short form belongs to: 習 → 習近平, トカエフ → カシムジョマルトトカエフ.
 *
 * A short form in kanji is the beginning of the full name, or its end if nobody else's ends so; one in kana its end. Null if no name, or several that do not
 * contain each other, fit. Names come without middle dots.
 *
 * @example
 * fullNameOf("習", ["習近平", "習"]); // "習近平"
 */
export function fullNameOf(name: string, names: readonly string[]): string | null {
  const kana = /^[ァ-ヶー]+$/.test(name);
  const longer = names.filter(
    (other) =>
      other.length > name.length &&
      other.length <= name.length + (kana ? 16 : 4) &&
      (kana ? other.endsWith(name) && name.length >= 3 : other.startsWith(name)),
  );
  const longest = longer.reduce<string | null>(
    (best, other) => (best === null || other.length > best.length ? other : best),
    null,
  );
  if (longest === null) {
    // 聡太, the given name of 藤井聡太, where nobody else bears it.
    const given = kana || name.length < 2 ? [] : names.filter((other) => endsInGivenName(other, name));
    if (given.length === 1) return given[0]!;
    return names.includes(name) ? name : null;
  }
  return longer.every((other) => (kana ? longest.endsWith(other) : longest.startsWith(other))) ? longest : name;
}

function endsInGivenName(full: string, given: string): boolean {
  return full.endsWith(given) && full.length > given.length && full.length <= given.length + 3;
}
