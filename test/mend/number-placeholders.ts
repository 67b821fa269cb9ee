import { resolve } from 'node:path';
import ts from 'typescript';

/** A place in the sources where a number goes into words. */
export interface NumberPlace {
  readonly at: string;
  /** The ids of the messages that it may be. */
  readonly ids: readonly string[];
  readonly placeholder: string;
  /** Whether it was made a text on the way. */
  readonly isText: boolean;
}

function programOf(config: string, files: (file: string) => boolean): ts.Program {
  const read = ts.getParsedCommandLineOfConfigFile(
    config,
    { noEmit: true, incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  )!;
  delete read.options.tsBuildInfoFile;
  return ts.createProgram(read.fileNames.filter(files), read.options);
}

const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName.replace(`${resolve('.')}/`, '')}:${line + 1}`;
};

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

function isNumber(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isNumber);
  return (type.flags & ts.TypeFlags.NumberLike) !== 0;
}

const isText = (call: ts.CallExpression): boolean =>
  ['String', 'formatNumber'].includes(call.expression.getText().replace(/^.*\./, ''));

/** A number, or a number that was made a text on the way. */
function isNumeric(checker: ts.TypeChecker, value: ts.Expression): boolean {
  if (isNumber(checker.getTypeAtLocation(value))) return true;
  if (!ts.isCallExpression(value) || value.arguments[0] === undefined) return false;
  return isText(value) && isNumber(checker.getTypeAtLocation(value.arguments[0]));
}

/**
 * Which of the known ids an expression may be: by its type, by the form of a template, or by its end where a
 * function puts a beginning before it.
 */
function idsOf(checker: ts.TypeChecker, given: ts.Expression, known: readonly string[]): string[] {
  let id = given;
  if (ts.isObjectLiteralExpression(given)) {
    const property = given.properties.find((each) => each.name?.getText() === 'id');
    if (property === undefined || !ts.isPropertyAssignment(property)) return [];
    id = property.initializer;
  }
  const type = checker.getTypeAtLocation(id);
  const literals = (type.isUnion() ? type.types : [type]).flatMap((each) =>
    each.isStringLiteral() ? [each.value] : [],
  );
  if (literals.length > 0)
    return known.filter((one) => literals.some((literal) => one === literal || one.endsWith(`.${literal}`)));
  if (!ts.isTemplateExpression(id)) return [];
  const spans = id.templateSpans.map(({ literal }) => literal.text);
  const form = [id.head.text, ...spans].map((text) => text.replaceAll('.', String.raw`\.`)).join('.+');
  return known.filter((one) => new RegExp(`^${form}$`).test(one));
}

/** Each number that a screen puts into a message, found by the types of the console. */
export function numbersOfConsole(known: readonly string[]): NumberPlace[] {
  const program = programOf('apps/console/tsconfig.json', (file) => !file.includes('/kit/page/'));
  const checker = program.getTypeChecker();
  const found: NumberPlace[] = [];
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.includes('apps/console/src')) continue;
    visit(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const [id, values] = node.arguments;
      if (id === undefined || values === undefined || !ts.isObjectLiteralExpression(values)) return;
      const numeric = values.properties.flatMap((each) => {
        const value = ts.isShorthandPropertyAssignment(each)
          ? each.name
          : ts.isPropertyAssignment(each)
            ? each.initializer
            : undefined;
        return value !== undefined && isNumeric(checker, value)
          ? [{ placeholder: each.name?.getText() ?? '', isText: ts.isCallExpression(value) && isText(value) }]
          : [];
      });
      if (numeric.length === 0) return;
      const ids = idsOf(checker, id, known);
      found.push(...numeric.map((one) => ({ at: placeOf(node), ids, ...one })));
    });
  }
  return found;
}

/** Each number that a template of these sources puts before a word. */
export function numbersBeforeWords(folders: readonly string[]): string[] {
  const isOurs = (file: string): boolean =>
    folders.some((folder) => file.includes(`/${folder}/`)) && !file.endsWith('.spec.ts');
  const program = programOf('tsconfig.json', isOurs);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file.fileName)) continue;
    visit(file, (node) => {
      if (!ts.isTemplateExpression(node)) return;
      for (const { expression, literal } of node.templateSpans)
        if (
          isNumber(checker.getTypeAtLocation(expression)) &&
          /^ (?!of |in |on |to |and |per |kB|MB|bytes|is |has |or )[a-z]/.test(literal.text)
        )
          found.push(`${placeOf(expression)} ${expression.getText()}${literal.text.slice(0, 24)}`);
    });
  }
  return found;
}
