import { part } from './xml.js';

/** The styles of cells, by their place in the list below. */
export const style = {
  plain: 0,
  heading: 1,
  words: 2,
  whole: 3,
  oneDecimal: 4,
  twoDecimals: 5,
  percent: 6,
  wordsOfFigure: 7,
  title: 8,
  note: 9,
} as const;

/** The style of a number with so many decimals. */
export function styleOfNumber(decimals: number): number {
  if (decimals === 0) return style.whole;
  return decimals === 1 ? style.oneDecimal : style.twoDecimals;
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const right = '<alignment horizontal="right" vertical="top"/>';

/** `quotePrefix`: words stay words when somebody edits the cell. */
const words = (font: number, alignment: string): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
const figure = (format: number): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1">${right}</xf>`;

/** The part of a package that says how cells look. 3: #,##0; 164 and 165: decimals; 166: whole per cents. */
export const styles: string = part(
  `<styleSheet xmlns="${namespace}">` +
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="#,##0.00"/>' +
    '<numFmt numFmtId="166" formatCode="0&quot; %&quot;"/></numFmts>' +
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    words(1, wrapped) +
    words(0, wrapped) +
    figure(3) +
    figure(164) +
    figure(165) +
    figure(166) +
    words(0, right) +
    words(2, '<alignment vertical="top"/>') +
    words(0, '<alignment vertical="top"/>') +
    '</cellXfs></styleSheet>',
);
