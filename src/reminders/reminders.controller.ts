import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { MindNotices } from './mind-notices.js';
import { DeliveriesDto, LadderDto, LedgerDto, NoticesDto } from './reminders.dto.js';
import { QueueHealthQuery } from './queue-health.query.js';
import type { QueueHealth } from './queue-health.view.js';
import { RemindersQuery } from './reminders.query.js';
import type { Deliveries, DeliveryState, Inbox, Ladder, Ladders, Ledger, NoticeRead } from './reminders.view.js';
import { SetLadder } from './set-ladder.js';

@ApiTags('reminders')
@Controller('api')
export class RemindersController {
  constructor(
    private readonly query: RemindersQuery,
    private readonly mind: MindNotices,
    private readonly ladder: SetLadder,
    private readonly health: QueueHealthQuery,
  ) {}

  @Get('reminders')
  @May('list case')
  listReminders(@Query() filter: LedgerDto, @Me() officer: Officer): Promise<Ledger> {
    return this.query.ledger(officer, { ...filter, caseCode: filter.case });
  }

  @Get('notices')
  @May('own account')
  listNotices(@Query() filter: NoticesDto, @Me() officer: Officer): Promise<Inbox> {
    return this.query.notices(officer.id, filter);
  }

  @Post('notices/:id/read')
  @May('own account')
  @HttpCode(200)
  readNotice(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<NoticeRead> {
    return this.mind.read(id, officer);
  }

  @Get('deliveries')
  @May('mind delivery')
  listDeliveries(@Query() filter: DeliveriesDto, @Me() officer: Officer): Promise<Deliveries> {
    return this.query.deliveries(officer.unitId, filter);
  }

  @Post('deliveries/:id/send-again')
  @May('mind delivery')
  @HttpCode(200)
  sendAgain(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<DeliveryState> {
    return this.mind.sendAgain(id, officer);
  }

  /** How the queue stands, and the last sweeps of the ledger. */
  @Get('queue')
  @May('read queue')
  showQueue(): Promise<QueueHealth> {
    return this.health.run();
  }

  @Get('reminder-ladders')
  @May('read law')
  listLadders(@Me() officer: Officer): Promise<Ladders> {
    return this.query.ladders(officer.unitId);
  }

  @Put('reminder-ladders/:ruleId')
  @May('manage ladder')
  setLadder(@Param('ruleId') ruleId: string, @Body() body: LadderDto, @Me() officer: Officer): Promise<Ladder> {
    return this.ladder.run(ruleId, body.days, officer);
  }
}
