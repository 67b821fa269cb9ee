import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Data, type Session } from '#database/door';
import { holidayRows, holidayVersion, setHolidays } from '#database/operations';
import { Answers, Invalid, Tagged, TheVersion, versionTag, type IfMatch } from '#edge';
import { HolidaysInput, HolidaysView } from './holidays.dto.js';

async function shown(session: Session): Promise<Tagged<HolidaysView>> {
  const { version } = await holidayVersion.one(session, []);
  const rows = await holidayRows.rows(session, []);
  return new Tagged(
    { days: rows.map(({ on_day: on, name }) => ({ on, name })), version },
    versionTag(version),
  );
}

/** The days on which no table meets by its rule (matrix row 58). */
@Controller('holidays')
export class HolidaysController {
  constructor(private readonly data: Data) {}

  @Get()
  @Allow('holiday:read')
  @Answers(HolidaysView)
  get(@TheViewer() viewer: ActingViewer): Promise<Tagged<HolidaysView>> {
    return this.data.as(viewer, viewer.requestId, shown);
  }

  /**
   * Replaces the list. Meetings that were convened, moved or called off stay as they are; everybody seated is
   * told of the others.
   */
  @Put()
  @Allow('holiday:manage')
  @Answers(HolidaysView)
  put(
    @TheViewer() viewer: ActingViewer,
    @TheVersion() version: IfMatch,
    @Body() { days }: HolidaysInput,
  ): Promise<Tagged<HolidaysView>> {
    if (new Set(days.map(({ on }) => on)).size < days.length)
      throw new Invalid([{ field: 'days', rule: 'arrayUnique' }]);
    return this.data.as(viewer, viewer.requestId, async (session) => {
      await setHolidays(session, version.version, days);
      return shown(session);
    });
  }
}
