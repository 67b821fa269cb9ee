import type { Fill, Piece } from '../chart/drawing.js';
import { colour, type Paper } from './paper.js';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar with its frame; its table says the same in words, so it is no content. */
export function drawBar(paper: Paper, pieces: readonly Piece[], box: Box, frame: string): void {
  paper.artifact('Layout', () => {
    for (const { from, length, fill } of pieces)
      drawPiece(paper, fill, { ...box, x: box.x + from * box.width, width: length * box.width });
    paper.doc.lineWidth(0.75);
    if (frame === colour.bar)
      for (const { from } of pieces.slice(1)) {
        const x = box.x + from * box.width;
        paper.doc
          .moveTo(x, box.y)
          .lineTo(x, box.y + box.height)
          .stroke(frame);
      }
    paper.doc.rect(box.x, box.y, box.width, box.height).stroke(frame);
  });
}

/** The mark of a row in the legend of a bar. */
export function drawMark(paper: Paper, fill: Fill, x: number, y: number): void {
  drawBar(paper, [{ from: 0, length: 1, fill }], { x, y, width: 11, height: 7.5 }, colour.bar);
}

function drawPiece({ doc }: Paper, fill: Fill, { x, y, width, height }: Box): void {
  if (fill === 'empty') return;
  if (fill === 'full') {
    doc.rect(x, y, width, height).fill(colour.bar);
    return;
  }
  doc.save();
  doc.rect(x, y, width, height).clip();
  if (fill === 'dots') {
    doc.rect(x, y, width, height).fill(colour.barSoft);
    for (let across = x + 2.5; across < x + width; across += 5)
      for (let down = y + 2.5; down < y + height; down += 5) doc.circle(across, down, 0.9);
    doc.fill(colour.bar);
  } else {
    for (let across = x - height; across < x + width; across += 4)
      doc.moveTo(across, y + height).lineTo(across + height, y);
    doc.lineWidth(0.6).stroke(colour.quiet);
  }
  doc.restore();
}
