import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Me, Roles, type Officer } from '../platform/officer.js';
import { BacklogQuery } from './backlog.query.js';
import { HoldoutsQuery } from './holdouts.query.js';

class HoldoutsDto {
  /** Code of the project. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  project?: string;
}

@ApiTags('backlog')
@Controller('api')
@Roles('clerk', 'officer', 'supervisor')
class BacklogController {
  constructor(
    private readonly backlog: BacklogQuery,
    private readonly holdouts: HoldoutsQuery,
  ) {}

  @Get('backlog')
  counts(@Me() officer: Officer) {
    return this.backlog.run(officer.unitId);
  }

  @Get('holdouts')
  held(@Query() { project }: HoldoutsDto, @Me() officer: Officer) {
    return this.holdouts.run(officer.unitId, project);
  }
}

@Module({ controllers: [BacklogController], providers: [BacklogQuery, HoldoutsQuery] })
export class BacklogModule {}
