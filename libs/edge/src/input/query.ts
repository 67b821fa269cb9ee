import { Problem } from '../problems.js';
import { cleanAlone } from './clean-text.js';
import { knownName } from './field-path.js';
import { forbiddenKeys } from './strict-json.js';

/** Parameters of an address, each at most once, decoded strictly; a parameter without `=` has an empty text. */
export function parseQuery(query: string): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  if (query === '') return found;
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = cleanAlone(decodePart(equals < 0 ? part : part.slice(0, equals)), '*');
    if (forbiddenKeys.has(name)) throw new Problem('request.forbiddenKey');
    if (Object.hasOwn(found, name)) throw new Problem('request.duplicateParameter');
    found[name] = cleanAlone(decodePart(equals < 0 ? '' : part.slice(equals + 1)), knownName(name));
  }
  return found;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new Problem('request.badAddress');
  }
}
