import { Instant, Text } from '#edge';

export class OwnCalendarView {
  @Instant({ nullable: true, description: 'Null when there is no feed' }) madeAt: string | null;
}

/** Shown once: nobody can be told the secret again. */
export class CalendarReceipt {
  @Instant() madeAt: string;
  @Text({
    max: 200,
    description:
      'Where a calendar program reads the feed, at this installation’s own address; whoever has it reads the meetings',
  })
  path: string;
}
