/** The words around a picture that is saved. */
export interface Caption {
  readonly title: string;
  /** Smaller, under the title; empty ones are left out. */
  readonly below: readonly string[];
  /** Under the picture. */
  readonly source: string;
}

const MARGIN = 16;
const FONT = "'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans JP', sans-serif";
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Returns an SVG with title and notes above it and its source below, as it leaves the page. Lines break where they would leave
 * the picture: a letter of the Latin kind counts for half of a Japanese one.
 */
export function withCaption(svg: string, { title, below, source }: Caption): string {
  const [width, height] = ["width", "height"].map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]));
  if (!width || !height) return svg;
  const parts: string[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, style: string) => {
    for (const line of linesOf(text, width / size)) {
      y += size * 1.4;
      parts.push(
        `<text x="${MARGIN}" y="${y.toFixed(1)}" font-family="${FONT}" font-size="${size}" ${style}>${escaped(line)}</text>`,
      );
    }
  };
  write(title, 16, 'font-weight="bold" fill="#1d1d1f"');
  for (const note of below) write(note, 11.5, 'fill="#55575c"');
  y += MARGIN;
  parts.push(svg.replace("<svg", `<svg x="${MARGIN}" y="${y.toFixed(1)}"`));
  y += height;
  write(source, 11, 'fill="#55575c"');
  const [wide, high] = [width + 2 * MARGIN, Math.ceil(y + MARGIN)];
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"><rect width="${wide}" height="${high}" fill="#ffffff"/>${parts.join("")}</svg>`;
}

/** Returns a text as lines of so many full letters. */
function linesOf(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const piece of text.match(/[\p{Script=Latin}\d.,%–’'()-]+\s?|[\s\S]/gu) ?? []) {
    const taken = [...piece].reduce((sum, sign) => sum + (/[\u0020-\u02ff]/u.test(sign) ? 0.56 : 1), 0);
    if (used + taken > room && line !== "") {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += piece;
    used += taken;
  }
  return line === "" ? lines : [...lines, line];
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
