import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { StandInDto } from './stand-in.dto.js';
import type { StandInView } from './stand-in.view.js';
import { StandIns } from './stand-ins.js';

@ApiTags('people')
@Controller('api/stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandIns) {}

  @Get()
  @May('read unit')
  listStandIns(@Me() officer: Officer): Promise<StandInView[]> {
    return this.standIns.list(officer);
  }

  @Post()
  @May('name stand-in')
  nameStandIn(@Body() body: StandInDto, @Me() officer: Officer): Promise<StandInView> {
    return this.standIns.name(body, officer);
  }

  @Delete(':id')
  @May('name stand-in')
  @HttpCode(204)
  endStandIn(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<void> {
    return this.standIns.end(id, officer);
  }
}
