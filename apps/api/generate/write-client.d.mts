/** The files of the typed client for an OpenAPI document, by name. */
export function writeClient(document: object): Promise<Record<string, string>>;
