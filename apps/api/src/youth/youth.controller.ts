import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { AnswersWhole, Answers, Id, TheOnceKey, type OnceKey } from '#edge';
import { MadeYouthItem, YouthItemInput, YouthItemList } from './youth.dto.js';
import { YouthService } from './youth.service.js';

/** Items under youth-justice law (matrix row 19). */
@Controller('situations/:id/youth-items')
export class YouthController {
  constructor(private readonly youth: YouthService) {}

  /** Those that name the viewer; not found for everybody else. */
  @Get()
  @Allow('youth:use')
  @AnswersWhole(YouthItemList)
  async list(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<YouthItemList> {
    return { rows: await this.youth.list(viewer, id) };
  }

  @Post()
  @Allow('youth:use')
  @Answers(MadeYouthItem)
  write(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: YouthItemInput,
  ): Promise<MadeYouthItem> {
    return this.youth.write(viewer, key, id, input);
  }
}
