import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Invalid, type FieldProblem } from '../problems.js';
import { joinedPath } from './field-path.js';

/**
 * Requests are closed: what a request class does not declare is refused, what it declares is checked, and
 * nothing is guessed.
 */
export function createValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Invalid(fieldProblems(errors)),
  });
}

/**
 * Paths and rules of what was not accepted, at most 50; a name that we do not know is the sender's own text,
 * so it is not repeated.
 */
function fieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  const found: FieldProblem[] = [];
  for (const error of errors) {
    const rules = Object.keys(error.constraints ?? {});
    const unknown = rules.includes('whitelistValidation') || rules.includes('unknownValue');
    const path = unknown ? joined(parent, '*') : joined(parent, error.property);
    if (unknown) found.push({ field: path, rule: 'unknown' });
    else found.push(...rules.map((rule) => ({ field: path, rule })));
    if (!unknown) found.push(...fieldProblems(error.children ?? [], path));
  }
  return found.slice(0, 50);
}

function joined(parent: string, name: string | undefined): string {
  if (name === undefined || name === '') return parent === '' ? '*' : parent;
  return joinedPath(parent, name);
}
