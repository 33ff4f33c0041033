import { Body, Controller, Get, Module, Put } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { CarryEvents } from './carry-events.js';
import { ChooseEvents } from './choose-events.js';
import { PostSigned } from './post-signed.js';
import { WebhookEventsDto } from './webhook-events.dto.js';
import { WebhookEventView, type WebhookEventsView } from './webhook-events.view.js';

/** What the unit's webhook carries besides notices; its address and secret are set with the unit. */
@ApiTags('webhooks')
@ApiExtraModels(WebhookEventView)
@Controller('api/webhook-events')
class WebhooksController {
  constructor(private readonly events: ChooseEvents) {}

  /** Those chosen, those there are, and how carrying them stands. */
  @Get()
  @May('manage unit')
  showWebhookEvents(@Me() officer: Officer): Promise<WebhookEventsView> {
    return this.events.show(officer);
  }

  /** Each is posted after its commit as a `WebhookEventView`, signed, in order, at least once (docs/webhooks.md). */
  @Put()
  @May('manage unit')
  chooseWebhookEvents(@Body() { events }: WebhookEventsDto, @Me() officer: Officer): Promise<WebhookEventsView> {
    return this.events.run(events, officer);
  }
}

@Module({
  controllers: [WebhooksController],
  providers: [ChooseEvents, CarryEvents, PostSigned],
  exports: [CarryEvents, PostSigned],
})
export class WebhooksModule {}
