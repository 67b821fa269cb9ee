import { Body, Controller, Get, HttpCode, Module, Post, Put, Query, type Type } from '@nestjs/common';
import { Public } from '#access';
import { serveClone, type ServedClone } from '../world/served-clone.js';
import {
  Answers,
  AnswersNothing,
  Code,
  Codes,
  Day,
  Forbidden,
  Id,
  Identifier,
  Instant,
  NotFound,
  PageQuery,
  Part,
  Parts,
  Refusal,
  Tagged,
  Text,
  TheVersion,
  Truth,
  versionTag,
  Whole,
  type IfMatch,
} from '#edge';

class EdgeInnerNote {
  @Code(['calm', 'urgent']) tone: string;
}

class EdgeNoInput {
  @Truth({ optional: true }) sure?: boolean;
}

class EdgeNoteRequest {
  @Text({ max: 2000 }) words: string;
  @Whole({ min: 0, max: 10, optional: true }) weight?: number;
  @Parts(() => EdgeInnerNote, { max: 3, optional: true }) parts?: EdgeInnerNote[];
  @Part(() => EdgeInnerNote, { optional: true }) part?: EdgeInnerNote;
  @Codes(['a', 'b', 'c'], { optional: true }) letters?: string[];
  @Day({ optional: true, nullable: true }) day?: string | null;
  @Instant({ optional: true }) at?: string;
  @Identifier({ optional: true }) other?: string;
  @Truth({ optional: true }) sure?: boolean;
}

class EdgeNoteQuery extends PageQuery {
  @Code(['open', 'ended'], { optional: true }) state?: string;
}

class EdgeNotesView {
  @Whole({ min: 1, max: 50 }) limit: number;
  @Code(['open', 'ended'], { nullable: true }) state: string | null;
}

class EdgeNoteView {
  @Identifier() id: string;
  @Whole({ min: 0, max: 10, optional: true, nullable: true }) weight?: number | null;
}

class EdgeLengthView {
  @Whole({ min: 1, max: 2000 }) length: number;
}

/** A route of each kind, with nothing behind it: what the edge does with a request must not depend on a feature. */
@Public()
@Controller('edge-notes')
class EdgeNotesController {
  @Get()
  @Answers(EdgeNotesView)
  list(@Query() query: EdgeNoteQuery): EdgeNotesView {
    return { limit: query.limit, state: query.state ?? null };
  }

  @Get(':id')
  @Answers(EdgeNoteView)
  read(@Id() id: string): Tagged<EdgeNoteView> {
    return new Tagged({ id }, versionTag(3));
  }

  @Put(':id')
  @Answers(EdgeNoteView)
  change(@Id() id: string, @TheVersion() version: IfMatch, @Body() body: EdgeNoteRequest): EdgeNoteView {
    version.require(versionTag(3));
    return { id, weight: body.weight ?? null };
  }

  @Post('plain')
  @HttpCode(204)
  @AnswersNothing()
  plain(@Body() body: EdgeNoInput): void {
    if (!(body instanceof EdgeNoInput)) throw new TypeError('a handler was given no object');
  }

  @Post()
  @Answers(EdgeLengthView)
  write(@Body() body: EdgeNoteRequest): EdgeLengthView {
    return { length: body.words.length };
  }
}

/** Fails in each way that code and database can. */
@Public()
@Controller('edge-failures')
class EdgeFailuresController {
  @Get()
  fails(@Query() query: Record<string, string>): never {
    const how = query['how'] ?? '';
    if (how === 'refusal') throw new Refusal('request.conflict');
    if (how === 'notFound') throw new NotFound();
    if (how === 'forbidden') throw new Forbidden();
    if (how === 'fault') throw new TypeError('Marie Tremblay, 12 rue Principale');
    // What the driver throws: fields of the server, some of them with values in them.
    throw Object.assign(
      new Error(how.slice(5).startsWith('P0001') ? how.slice(11) : 'duplicate key: (name)=(Marie Tremblay)'),
      {
        code: how.slice(5, 10),
        detail: 'Key (name)=(Marie Tremblay) already exists.',
        severity: 'ERROR',
      },
    );
  }
}

@Module({ controllers: [EdgeNotesController] })
export class EdgeNotesModule {}

@Module({ controllers: [EdgeFailuresController] })
class EdgeFailuresModule {}

export interface EdgeServer extends ServedClone {
  readonly port: number;
  readonly log: string[];
}

/** The API with the routes above, over a database of its own, listening on a free port of loopback. */
export async function startEdge(
  options: { publicUrl?: URL; requestTimeoutMs?: number; more?: readonly Type[] } = {},
): Promise<EdgeServer> {
  const log: string[] = [];
  const served = await serveClone({
    requestTimeoutMs: 5000,
    more: [EdgeNotesModule, EdgeFailuresModule],
    ...options,
    log: (line) => log.push(line),
    hasConsole: false,
  });
  return { ...served, port: Number(new URL(served.url).port), log };
}
