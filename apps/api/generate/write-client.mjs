import openapiTS, { astToString } from 'openapi-typescript';

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

/** The types of a document's paths and classes, `schema.ts`. */
export async function writeClient(document) {
  const schema = astToString(await openapiTS(asCalled(document), { alphabetize: true, immutable: false }));
  return `${notice}${schema}`;
}
