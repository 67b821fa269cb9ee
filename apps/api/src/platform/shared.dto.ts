import { Identifier, PageQuery, Truth } from '#edge';

/** The id of what was made; its further life is read at its own address. */
export class MadeResponse {
  @Identifier() id: string;
}

/** A list that may include what has ended. */
export class EndedTooQuery extends PageQuery {
  @Truth({ optional: true, query: true }) endedToo?: boolean;
}
