import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay as isCalendarDay, type Day as CalendarDay } from '#domain/days';
import { cleanLine, foldLine } from '#domain/text';
import { declareName } from './field-path.js';
import { isId } from './id.js';

/*
 * The kinds of fields that requests and answers are made of. Each decorator both checks and documents, so
 * that the check and the OpenAPI document cannot come apart. Use: `@Text({ max: 200 }) title: string;`
 */

export interface FieldOptions {
  readonly description?: string;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null, which is not the same as left out. */
  readonly nullable?: boolean;
}

const uuidSchema = { type: 'string', format: 'uuid' } as const;

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  checks: readonly PropertyDecorator[],
): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  return applyDecorators(
    declareName,
    ApiProperty({
      ...schema,
      required: !optional,
      ...(nullable && { nullable }),
      ...(description !== undefined && { description }),
    } as ApiPropertyOptions),
    ...(optional || nullable
      ? [ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : []),
    ...checks,
  );
}

/** Something that is no space; the empty Braille cell is drawn as one. */
const seen = /[^\s\u2800]/;

/** A text of min to max characters (1 unless said), not blank unless min is 0. */
export function Text(options: TextOptions): PropertyDecorator {
  const { max, min = 1, pattern } = options;
  const checks = [IsString(), MinLength(min), MaxLength(max)];
  if (pattern !== undefined) checks.push(Matches(pattern));
  else if (min > 0) checks.push(Matches(seen, { message: 'blank' }));
  return field(
    options,
    {
      type: 'string',
      minLength: min,
      maxLength: max,
      ...(pattern !== undefined && { pattern: pattern.source }),
    },
    checks,
  );
}

interface TextOptions extends FieldOptions {
  readonly max: number;
  readonly min?: number;
  readonly pattern?: RegExp;
}

/**
 * A text of one line (a name, a title, a place): ends of lines, tabs and runs of spaces become one space, and
 * none is at either end.
 */
export function Line(options: TextOptions & { readonly folded?: boolean }): PropertyDecorator {
  const folding = Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    // Folded: without case or width; for what is typed to be found, such as a sign-in name.
    return options.folded === true ? foldLine(value) : cleanLine(value);
  });
  return applyDecorators(Text(options), folding);
}

/** One of a fixed set of codes. */
export function Code(codes: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...codes] }, [IsIn([...codes])]);
}

/** Some of a fixed set of codes, each once. */
export function Codes(
  codes: readonly string[],
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  const { min = 0, max = codes.length } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', enum: [...codes] },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
    [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ArrayUnique(), IsIn([...codes], { each: true })],
  );
}

/** A code of the codebook: its form only; whether it may be chosen is for the codebook to say. */
export function Term(options: FieldOptions = {}): PropertyDecorator {
  return Text({ ...options, max: 120, pattern: termForm });
}

/** Codes of the codebook, each once. */
export function Terms(
  options: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', maxLength: 120, pattern: termForm.source },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
    [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ArrayUnique(), Matches(termForm, { each: true })],
  );
}
const termForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

/** An id. */
export function Identifier(options: FieldOptions = {}): PropertyDecorator {
  return field(options, uuidSchema, [isUuid()]);
}

/** Ids, each once. */
export function Identifiers(
  options: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    { type: 'array', items: uuidSchema, minItems: min, maxItems: max, uniqueItems: true },
    [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ArrayUnique(), isUuid(true)],
  );
}
const isUuid = (each = false): PropertyDecorator =>
  ValidateBy({ name: 'isId', validator: { validate: isId } }, { each });

/** A whole number within bounds. In a query write `query: true`: a parameter is text until it is read. */
export function Whole(
  options: FieldOptions & { readonly min: number; readonly max: number; readonly query?: boolean },
): PropertyDecorator {
  const { min, max, query = false } = options;
  const reading = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );
  return field(options, { type: 'integer', minimum: min, maximum: max }, [
    ...(query ? [reading] : []),
    IsInt(),
    Min(min),
    Max(max),
  ]);
}

/** Whole numbers from 1 to max, each once. */
export function Wholes(
  options: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: max },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
    [
      IsArray(),
      ArrayMinSize(min),
      ArrayMaxSize(max),
      ArrayUnique(),
      IsInt({ each: true }),
      Min(1, { each: true }),
      Max(max, { each: true }),
    ],
  );
}

/** True or false. In a query write `query: true`. */
export function Truth(options: FieldOptions & { readonly query?: boolean } = {}): PropertyDecorator {
  const reading = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return field(options, { type: 'boolean' }, [...(options.query === true ? [reading] : []), IsBoolean()]);
}

/** The type of a field that `@Day()` checks. */
export type Day = CalendarDay;

/** A calendar day that exists, `YYYY-MM-DD`, from 1900 to 2100. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date' }, [
    ValidateBy({ name: 'isDay', validator: { validate: isDay } }),
  ]);
}

/** A moment in UTC, `YYYY-MM-DDThh:mm:ss(.sss)Z`, from 1900 to 2100. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, [
    ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }),
  ]);
}

/**
 * An object of another class. (Swagger knows a late class by the name `type` of its function, so it is
 * written out here.)
 */
export function Part(part: () => ClassOf, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: () => part() } as ApiPropertyOptions, [
    IsObject(),
    ValidateNested(),
    Type(part),
  ]);
}

/** Objects of another class. */
export function Parts(
  part: () => ClassOf,
  options: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    { type: () => part(), isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions,
    [
      IsArray(),
      ArrayMinSize(min),
      ArrayMaxSize(max),
      IsObject({ each: true }),
      ValidateNested({ each: true }),
      Type(part),
    ],
  );
}

/** Whether a text names a day that exists, from 1900 to 2100. */
function isDay(value: unknown): value is Day {
  return isCalendarDay(value) && /^(?:19|20)/.test(value);
}

function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    isDay(value.slice(0, 10)) &&
    /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/.test(value.slice(10))
  );
}
