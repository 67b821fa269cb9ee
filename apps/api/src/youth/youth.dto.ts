import { Day, Identifier, Identifiers, Instant, Parts, Text } from '#edge';

export class YouthItemInput {
  @Text({ min: 1, max: 8_000 }) text: string;
  @Identifiers({
    min: 1,
    max: 20,
    description: 'The users who may read it, each a representative at this table; oneself only if named',
  })
  recipients: string[];
  @Day({ description: 'Destroyed on this day, or with the situation if that is earlier' }) destroyBy: Day;
}
export class MadeYouthItem {
  @Identifier() id: string;
}
export class YouthItem {
  @Identifier() id: string;
  @Text({ max: 120, description: 'The agency that wrote it' }) agency: string;
  @Text({ max: 8_000 }) text: string;
  @Day() destroyBy: Day;
  @Instant() writtenAt: string;
}
export class YouthItemList {
  @Parts(() => YouthItem, { max: 500 }) rows: YouthItem[];
}
