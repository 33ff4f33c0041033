import { Controller, Get, Module, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { GivenAgain } from '../platform/given-again.js';
import { Me, type Officer } from '../platform/officer.js';
import { HoldoutsDto } from './backlog.dto.js';
import { BacklogQuery } from './backlog.query.js';
import type { BacklogView } from './backlog.view.js';
import { BoardQuery } from './board.query.js';
import { DeskController } from './desk.controller.js';
import { GravesQuery } from './graves.query.js';
import { HoldoutsQuery } from './holdouts.query.js';
import { MyWorkQuery } from './my-work.query.js';
import { ProjectsQuery } from './projects.query.js';
import { ReceptionQuery } from './reception.query.js';
import { WardsBelowQuery } from './wards-below.query.js';
import type { Holdouts } from './holdouts.view.js';

@ApiTags('backlog')
@Controller('api')
class BacklogController {
  constructor(
    private readonly backlog: BacklogQuery,
    private readonly holdouts: HoldoutsQuery,
  ) {}

  @Get('backlog')
  @May('list case')
  @UseInterceptors(GivenAgain)
  showBacklog(@Me() officer: Officer): Promise<BacklogView> {
    return this.backlog.run(officer);
  }

  @Get('holdouts')
  @May('list case')
  listHoldouts(@Query() { project }: HoldoutsDto, @Me() officer: Officer): Promise<Holdouts> {
    return this.holdouts.run(officer, project);
  }
}

@Module({
  controllers: [BacklogController, DeskController],
  providers: [
    BacklogQuery,
    HoldoutsQuery,
    MyWorkQuery,
    BoardQuery,
    ProjectsQuery,
    GravesQuery,
    ReceptionQuery,
    WardsBelowQuery,
  ],
})
export class BacklogModule {}
