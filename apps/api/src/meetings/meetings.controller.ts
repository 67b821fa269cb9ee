import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import {
  AnswersWhole,
  Answers,
  AnswersPage,
  Id,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  viewTag,
  type IfMatch,
  type OnceKey,
} from '#edge';
import {
  AgendaView,
  AttendanceInput,
  AttendanceList,
  CardPlaceInput,
  CardPlaceView,
  ConveneInput,
  MeetingReceipt,
  MeetingsQuery,
  MeetingView,
  MinutesView,
  NoteDecisionInput,
  PartReceipt,
  RescheduleInput,
} from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';

async function tagged<T extends { version: number }>(answer: Promise<T>): Promise<Tagged<T>> {
  const body = await answer;
  return new Tagged(body, versionTag(body.version));
}
async function shown<T>(answer: Promise<T>): Promise<Tagged<T>> {
  const body = await answer;
  return new Tagged(body, viewTag(body));
}

/** The table's meetings: convened and led by a coordinator, followed by every seat. */
@Controller('meetings')
export class MeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get()
  @Allow('meeting:read')
  @AnswersPage(MeetingView)
  list(@TheViewer() viewer: ActingViewer, @Query() query: MeetingsQuery) {
    return this.meetings.list(viewer, query);
  }

  @Post()
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  convene(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: ConveneInput) {
    return tagged(this.meetings.convene(viewer, key, input));
  }

  /** The meeting that is open now; not found when none is. */
  @Get('open')
  @Allow('meeting:read')
  @Answers(MeetingView)
  getOpen(@TheViewer() viewer: ActingViewer) {
    return tagged(this.meetings.open(viewer));
  }

  @Get(':id')
  @Allow('meeting:read')
  @Answers(MeetingView)
  get(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return tagged(this.meetings.get(viewer, id));
  }

  @Put(':id')
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  reschedule(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: RescheduleInput,
  ) {
    return tagged(this.meetings.reschedule(viewer, id, version.version, input));
  }

  @Post(':id/open')
  @HttpCode(200)
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  open(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ) {
    return tagged(this.meetings.step(viewer, key, 'open', id, version.version));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  close(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ) {
    return tagged(this.meetings.step(viewer, key, 'close', id, version.version));
  }

  @Post(':id/call-off')
  @HttpCode(200)
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  callOff(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ) {
    return tagged(this.meetings.step(viewer, key, 'callOff', id, version.version));
  }

  /** Holds a meeting that was called off or is a holiday’s after all, or takes a moved one back to the rule’s time. */
  @Post(':id/restore')
  @HttpCode(200)
  @Allow('meeting:convene')
  @Answers(MeetingReceipt)
  restore(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ) {
    return tagged(this.meetings.step(viewer, key, 'restore', id, version.version));
  }

  /** Numbers and stages in the order in which the meeting takes them, with what was decided. */
  @Get(':id/agenda')
  @Allow('agenda:read')
  @AnswersWhole(AgendaView)
  agenda(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return shown(this.meetings.agenda(viewer, id));
  }

  /** Notes what no move tells; If-Match carries the entry's version. */
  @Put(':id/agenda/:situation')
  @Allow('agenda:note')
  @Answers(PartReceipt)
  note(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('situation') situation: string,
    @TheVersion() version: IfMatch,
    @Body() input: NoteDecisionInput,
  ) {
    return tagged(this.meetings.note(viewer, id, situation, version.version, input));
  }

  @Get(':id/attendance')
  @Allow('meeting:read')
  @AnswersWhole(AttendanceList)
  attendance(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return shown(this.meetings.attendance(viewer, id));
  }

  /** Marks one agency; If-Match carries the version of its mark. */
  @Put(':id/attendance/:agency')
  @Allow('attendance:mark')
  @Answers(PartReceipt)
  mark(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('agency') agency: string,
    @TheVersion() version: IfMatch,
    @Body() input: AttendanceInput,
  ) {
    return tagged(this.meetings.mark(viewer, id, agency, version.version, input));
  }

  /** Which situation is on the table now. */
  @Get(':id/card')
  @Allow('meeting:read')
  @Answers(CardPlaceView)
  card(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return tagged(this.meetings.card(viewer, id));
  }

  @Put(':id/card')
  @Allow('card:put')
  @Answers(PartReceipt)
  putCard(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: CardPlaceInput,
  ) {
    return tagged(this.meetings.putCard(viewer, id, version.version, input));
  }

  /** De-identified minutes of a closed meeting. */
  @Get(':id/minutes')
  @Allow('meeting:read')
  @Answers(MinutesView)
  minutes(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return shown(this.meetings.minutes(viewer, id));
  }
}
