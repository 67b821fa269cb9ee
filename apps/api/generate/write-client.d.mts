/** The types of a document's paths and classes, `schema.ts`. */
export function writeClient(document: object): Promise<string>;
