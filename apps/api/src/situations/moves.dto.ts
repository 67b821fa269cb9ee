import type { Type } from '@nestjs/common';
import { inputs, parameters, type MoveParameter, type RequestShape } from '#domain/filters';
import { Code, Codes, Identifier, Identifiers, Term, Terms, Text, Truth, Whole } from '#edge';

/** What a move answers: where the situation stands now, nothing of what it holds. */
export class MovedAnswer {
  @Identifier() id: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
  @Text({ max: 20, description: 'The stage it stands at now' }) stage: string;
}

type Use = NonNullable<RequestShape['fields'][MoveParameter]>;

/** The check of one parameter, which documents it too. */
function checkOf(name: MoveParameter, use: Use): PropertyDecorator {
  const kind = parameters[name];
  switch (kind.kind) {
    case 'truth':
      return Truth(use);
    case 'term':
      return Term(use);
    case 'terms':
      return Terms({ ...use, max: kind.max });
    case 'identifier':
      return Identifier(use);
    case 'identifiers':
      return Identifiers({ ...use, max: kind.max });
    case 'code':
      return Code(kind.of, use);
    case 'codes':
      return Codes(kind.of, use);
    case 'text':
      return Text({ ...use, max: kind.max, pattern: kind.pattern });
    default:
      return kind satisfies never;
  }
}

function requestClass({ name, fields }: RequestShape): Type {
  const request = class {};
  Object.defineProperty(request, 'name', { value: `${name.charAt(0).toUpperCase()}${name.slice(1)}Input` });
  for (const [field, use] of Object.entries(fields) as [MoveParameter, Use][])
    checkOf(field, use)(request.prototype, field);
  return request;
}

const classes = new Map<RequestShape, Type>();

/**
 * The class that checks a move's request, made once from the shape that the domain declares. A move that
 * takes nothing has no class: whatever is sent with it is refused as `move.unusedParameter`.
 */
export function requestClassOf(shape: RequestShape): Type {
  if (shape === inputs.nothing) return Object;
  const made = classes.get(shape) ?? requestClass(shape);
  classes.set(shape, made);
  return made;
}
