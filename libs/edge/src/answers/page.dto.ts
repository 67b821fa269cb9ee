import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const largestPage = 50;

/** How much of a list is asked for, and after which place; a list's own filters extend this class. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: largestPage, default: 25 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(largestPage)
  limit = 25;

  @ApiPropertyOptional({ description: 'The mark `next` of the page before', maxLength: 1024 })
  @IsOptional() @IsString() @MaxLength(1024)
  after?: string;
}

/** One page: its rows and the mark of the next, null on the last. There is no total: it would count what is hidden. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Cuts a page from one row more than was asked for, so that the last page is known without counting. */
export function pageOf<T>(found: readonly T[], limit: number, markAfter: (last: T) => string): Page<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? markAfter(last) : null };
}
