import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me, Roles, type Officer } from '../platform/officer.js';
import { MindNotices } from './mind-notices.js';
import { DeliveriesDto, LadderDto, LedgerDto, NoticesDto } from './reminders.dto.js';
import { RemindersQuery } from './reminders.query.js';
import { SetLadder } from './set-ladder.js';

@ApiTags('reminders')
@Controller('api')
export class RemindersController {
  constructor(
    private readonly query: RemindersQuery,
    private readonly mind: MindNotices,
    private readonly setLadder: SetLadder,
  ) {}

  @Get('reminders')
  @Roles('clerk', 'officer', 'supervisor')
  ledger(@Query() filter: LedgerDto, @Me() officer: Officer) {
    return this.query.ledger(officer.unitId, { ...filter, caseCode: filter.case });
  }

  @Get('notices')
  notices(@Query() filter: NoticesDto, @Me() officer: Officer) {
    return this.query.notices(officer.id, filter);
  }

  @Post('notices/:id/read')
  @HttpCode(200)
  read(@Param('id', ParseIntPipe) id: number, @Me() officer: Officer) {
    return this.mind.read(id, officer);
  }

  @Get('deliveries')
  @Roles('supervisor', 'admin')
  deliveries(@Query() filter: DeliveriesDto, @Me() officer: Officer) {
    return this.query.deliveries(officer.unitId, filter);
  }

  @Post('deliveries/:id/send-again')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  sendAgain(@Param('id', ParseIntPipe) id: number, @Me() officer: Officer) {
    return this.mind.sendAgain(id, officer);
  }

  @Get('reminder-ladders')
  ladders(@Me() officer: Officer) {
    return this.query.ladders(officer.unitId);
  }

  @Put('reminder-ladders/:ruleId')
  @Roles('admin')
  ladder(@Param('ruleId') ruleId: string, @Body() body: LadderDto, @Me() officer: Officer) {
    return this.setLadder.run(ruleId, body.days, officer);
  }
}
