/** Returns a small page that still fails: pieces of halving length are left out as long as the fault stays (delta debugging). */
export function shrinkPage(page: string, fails: (page: string) => boolean): string {
  let small = page;
  for (let length = Math.ceil(small.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at < small.length; ) {
      const without = small.slice(0, at) + small.slice(at + length);
      if (without !== small && fails(without)) small = without;
      else at += length;
    }
  }
  return small;
}
