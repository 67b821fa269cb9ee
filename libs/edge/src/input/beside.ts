import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isDay } from '#domain/days';

const beside = (args: ValidationArguments | undefined, other: string): unknown =>
  (args?.object as Record<string, unknown> | undefined)?.[other];

/**
 * A day that is not before the one beside it: every period of a request is checked with this. What is no day
 * is said by another rule.
 */
export function NotBefore(first: string): PropertyDecorator {
  return ValidateBy({
    name: 'isNotBefore',
    constraints: [first],
    validator: {
      validate: (value, args) => {
        const start = beside(args, first);
        return !isDay(value) || !isDay(start) || value >= start;
      },
    },
  });
}

/** One of the values of the list beside it, where that is given. */
export function Among(list: string): PropertyDecorator {
  return ValidateBy({
    name: 'isAmong',
    constraints: [list],
    validator: {
      validate: (value, args) => {
        const all = beside(args, list);
        return !Array.isArray(all) || all.includes(value);
      },
    },
  });
}
