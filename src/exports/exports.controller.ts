import { Controller, Delete, Get, Header, Inject, Module, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { CasesModule } from '../cases/cases.module.js';
import { sendDownload } from '../cases/send-download.js';
import { mediaTypes } from '../office/media-types.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { Me, OpenToAll, type Officer } from '../platform/officer.js';
import { EachTime } from '../platform/once-per-key.js';
import { Weight } from '../platform/rate-limits.js';
import { siteOf } from '../platform/site.js';
import { DueDatesFeed } from './due-dates-feed.js';
import { ExportList } from './export-list.js';
import { ListFileDto } from './exports.dto.js';
import type { CalendarFeedView, NewCalendarFeedView } from './exports.view.js';

/** Lists as files, and one's own due dates for a calendar program. */
@ApiTags('exports')
@Controller('api')
class ExportsController {
  constructor(
    private readonly list: ExportList,
    private readonly feed: DueDatesFeed,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The list as Excel or csv, with the same filters and order as on the screen. */
  @Get('exports/cases')
  @Weight(20)
  @May('list case')
  @ApiProduces(mediaTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadList(
    @Query() { as, columns, ...filter }: ListFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.list.run(filter, columns, as, officer);
    await sendDownload(reply, { ...file, mediaType: mediaTypes[as] });
  }

  @Get('me/calendar')
  @May('list desk')
  showFeed(@Me() officer: Officer): Promise<CalendarFeedView> {
    return this.feed.show(officer);
  }

  /** A new secret address; the one before stops answering. */
  @Post('me/calendar')
  @EachTime()
  @May('list desk')
  async renewFeed(@Me() officer: Officer, @Req() request: FastifyRequest): Promise<NewCalendarFeedView> {
    const { path, createdAt } = await this.feed.renew(officer);
    return { url: `${siteOf(this.config, request)}${path}`, createdAt };
  }

  @Delete('me/calendar')
  @May('list desk')
  revokeFeed(@Me() officer: Officer): Promise<CalendarFeedView> {
    return this.feed.revoke(officer);
  }

  /** Whoever has the address reads it, as calendar programs do not sign in. */
  @Get('due-dates/:secret')
  @OpenToAll()
  @Weight(5)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiProduces('text/calendar')
  readFeed(@Param('secret') secret: string): Promise<string> {
    return this.feed.read(secret);
  }
}

@Module({ imports: [CasesModule], controllers: [ExportsController], providers: [ExportList, DueDatesFeed] })
export class ExportsModule {}
