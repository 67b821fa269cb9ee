import { Param, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../problems.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of our ids. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    // What cannot be an id names nothing, and is answered as anything else that is not there.
    if (!isId(value)) throw new NotFound();
    return value.toLowerCase();
  }
}

/** An id in the path of a route; anything that has not the form of one is not found (404). */
export function Id(name = 'id'): ParameterDecorator {
  return Param(name, new IdPipe());
}
