import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const notice = '// Generated from openapi.json by `npm run client`. Never edited.\n\n';

const givenByTheClient = new Set(['Seat', 'Idempotency-Key']);

/** The document as a caller of the client sees it: what the client says by itself may be left out. */
function asCalled(document) {
  const called = structuredClone(document);
  const operations = Object.values(called.paths).flatMap((path) => Object.values(path));
  for (const { parameters = [] } of operations) {
    for (const parameter of parameters) if (givenByTheClient.has(parameter.name)) parameter.required = false;
  }
  return called;
}

const day = ts.factory.createTypeReferenceNode('Day');
const orNull = ts.factory.createUnionTypeNode([
  day,
  ts.factory.createLiteralTypeNode(ts.factory.createNull()),
]);

/** A day keeps its type on the way to the screen; a plain text could be taken for an instant. */
function asDay({ format, type, nullable }) {
  if (format !== 'date') return undefined;
  return nullable || (Array.isArray(type) && type.includes('null')) ? orNull : day;
}

/** The types of a document's paths and classes, `schema.ts`. */
export async function writeClient(document) {
  const schema = astToString(
    await openapiTS(asCalled(document), { alphabetize: true, immutable: false, transform: asDay }),
  );
  return `${notice}import type { Day } from '#domain/days';\n\n${schema}`;
}
