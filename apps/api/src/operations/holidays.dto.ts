import { Day, Line, Parts, Whole } from '#edge';

export class Holiday {
  @Day() on: string;
  @Line({ max: 60, nullable: true, description: 'What the day is; no persons' }) name: string | null;
}
/** The whole list: it has an end, and is replaced as one. */
export class HolidaysView {
  @Parts(() => Holiday, { max: 1000 }) days: Holiday[];
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}
export class HolidaysInput {
  @Parts(() => Holiday, { max: 1000, description: 'All holidays; what is left out is none any more' })
  days: Holiday[];
}
