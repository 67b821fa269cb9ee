import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  PageQuery,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
  type Page,
} from '#edge';
import { MadeResponse } from '../platform/shared.dto.js';
import {
  OfferResponse,
  OfferSeatRequest,
  RenewalResponse,
  RenewSeatRequest,
  SeatMadeResponse,
  SeatResponse,
  SeatsQuery,
  toSeat,
} from './seats.dto.js';
import { SeatsService } from './seats.service.js';

/** Who sits: at the own table, at the own agency, or everywhere for an administrator. */
@Controller('seats')
export class SeatsController {
  constructor(private readonly seats: SeatsService) {}

  /** Seats that have not ended, by name. */
  @Get()
  @Allow('seat:read')
  @AnswersPage(SeatResponse)
  async list(@TheViewer() viewer: ActingViewer, @Query() query: SeatsQuery): Promise<Page<SeatResponse>> {
    const { rows, next } = await this.seats.list(viewer, query);
    return { rows: rows.map(toSeat), next };
  }

  /** One seat. */
  @Get(':id')
  @Allow('seat:read')
  @Answers(SeatResponse)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<SeatResponse>> {
    const row = await this.seats.get(viewer, id);
    return new Tagged(toSeat(row), versionTag(row.version));
  }

  /** End a seat now. */
  @Delete(':id')
  @Allow('seat:end')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  async end(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ): Promise<void> {
    await this.seats.end(viewer, id, version.version);
  }

  /** A later end: at once by the agency's privacy officer, otherwise as an offer. */
  @Post(':id/renewals')
  @Allow('seat:end')
  @StepUp()
  @HttpCode(200)
  @Answers(RenewalResponse)
  renew(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() body: RenewSeatRequest,
  ): Promise<RenewalResponse> {
    return this.seats.renew(viewer, key, id, version.version, body.endsAt);
  }
}

/** Seats that wait for somebody's word. */
@Controller('seat-offers')
export class SeatOffersController {
  constructor(private readonly seats: SeatsService) {}

  /** Those that the viewer may see, newest first. */
  @Get()
  @Allow('seat:refuse')
  @AnswersPage(OfferResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<OfferResponse>> {
    return this.seats.listOffers(viewer, query);
  }

  /**
   * Offer a seat. An agency's privacy officer approves it; an agency's first officer, administrators and
   * auditors begin after a day of notice.
   */
  @Post()
  @Allow('seat:offer')
  @StepUp()
  @Answers(MadeResponse)
  offer(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() body: OfferSeatRequest,
  ): Promise<MadeResponse> {
    return this.seats.offer(viewer, key, body);
  }

  /** Approve: the seat begins. */
  @Post(':id/approval')
  @Allow('seat:approve')
  @StepUp()
  @Answers(SeatMadeResponse)
  approve(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<SeatMadeResponse> {
    return this.seats.approve(viewer, key, id);
  }

  /** Refuse, or withdraw the own offer. */
  @Post(':id/refusal')
  @Allow('seat:refuse')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  refuse(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.seats.refuse(viewer, key, id);
  }
}
