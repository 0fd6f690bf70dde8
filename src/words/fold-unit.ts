const VARIATION_SELECTOR_16 = 0xfe0f;

/**
 * Returns a UTF-16 code unit folded for look-up: full-width ASCII to half-width, capitals to small letters.
 *
 * Gives 0 for the emoji variation selector, which writers leave out at will.
 */
export function foldUnit(unit: number): number {
  let folded = unit;
  if (folded >= 0xff01 && folded <= 0xff5e) folded -= 0xfee0;
  if (folded >= 0x41 && folded <= 0x5a) return folded + 0x20;
  return folded === VARIATION_SELECTOR_16 ? 0 : folded;
}
