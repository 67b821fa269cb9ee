import type { Fill, Piece } from '../chart/drawing.js';

/** A bar's length in its own units. */
const whole = 1000;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Patterns are drawn as shapes: a page may have many pictures and no two elements of one id. */
function piece({ from, length, fill }: Piece, height: number): string {
  const start = round(from * whole);
  const width = round(length * whole);
  const box = (kind: string): string =>
    `<rect class="${kind}" x="${start}" y="0" width="${width}" height="${height}"/>`;
  if (fill === 'full') return box('ink');
  if (fill === 'empty') return '';
  if (fill === 'dots') return box('soft') + dots(start, width, height);
  return lines(start, width, height);
}

function dots(start: number, width: number, height: number): string {
  let shapes = '';
  for (let x = start + 5; x < start + width - 2; x += 11)
    for (let y = height / 6; y < height; y += height / 3)
      shapes += `<rect class="dot" x="${round(x)}" y="${round(y - 1.3)}" width="3.4" height="2.6"/>`;
  return shapes;
}

function lines(start: number, width: number, height: number): string {
  let shapes = '';
  const end = start + width;
  for (let x = start - 14; x < end; x += 12) {
    // A line at a slant, cut at both ends of its piece.
    const cut = Math.max(0, start - x) / 14;
    const over = Math.min(1, (end - x) / 14);
    if (cut < over)
      shapes += `<path class="line" d="M${round(x + 14 * cut)} ${round(height * (1 - cut))}L${round(x + 14 * over)} ${round(height * (1 - over))}"/>`;
  }
  return shapes;
}

/** A bar with its frame. It is hidden from assistive technology: its table says the same. */
export function barSvg(pieces: readonly Piece[], height: number, frame: 'frame' | 'track'): string {
  const edges = pieces
    .slice(1)
    .map(({ from }) => `<path class="line" d="M${round(from * whole)} 0V${height}"/>`)
    .join('');
  return (
    `<svg aria-hidden="true" focusable="false" viewBox="-1 -1 ${whole + 2} ${height + 2}" preserveAspectRatio="none" height="${height}">` +
    `${pieces.map((one) => piece(one, height)).join('')}${frame === 'frame' ? edges : ''}` +
    `<rect class="${frame}" x="0" y="0" width="${whole}" height="${height}" rx="2"/></svg>`
  );
}

/** The mark of a row in the legend of a bar. */
export function markSvg(fill: Fill): string {
  return (
    '<svg class="mark" aria-hidden="true" focusable="false" viewBox="-1 -1 42 26">' +
    `${piece({ from: 0, length: 0.04, fill }, 24)}<rect class="frame" x="0" y="0" width="40" height="24" rx="2"/></svg>`
  );
}
