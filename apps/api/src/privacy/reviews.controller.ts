import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersPage, Id, PageQuery, TheOnceKey, type OnceKey } from '#edge';
import { AgencyDigest, Review, SignedOff, SignOffInput } from './reviews.dto.js';
import { ReviewsService } from './reviews.service.js';

/** What a privacy officer looks at every week. */
@Controller('privacy')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('digest')
  @Allow('privacy:review')
  @Answers(AgencyDigest)
  digest(@TheViewer() viewer: ActingViewer) {
    return this.reviews.digest(viewer);
  }

  /** Signals of misuse by the own people. What nobody signed off stands first, the longest waiting at the top. */
  @Get('reviews')
  @Allow('privacy:review')
  @AnswersPage(Review)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.reviews.list(viewer, query);
  }

  @Post('reviews/:id/sign-off')
  @HttpCode(200)
  @Allow('privacy:review')
  @Answers(SignedOff)
  signOff(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: SignOffInput,
  ) {
    return this.reviews.signOff(viewer, key, id, input);
  }
}
