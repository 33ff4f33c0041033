import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { BoardQuery } from './board.query.js';
import type { BoardView } from './board.view.js';
import { GravesDto, ReceptionDto } from './desk.dto.js';
import { GravesQuery } from './graves.query.js';
import type { GravesView } from './graves.view.js';
import { MyWorkQuery } from './my-work.query.js';
import type { MyWorkView } from './my-work.view.js';
import { ProjectsQuery } from './projects.query.js';
import type { ProjectView } from './projects.view.js';
import { ReceptionQuery } from './reception.query.js';
import type { ReceptionView } from './reception.view.js';
import { WardsBelowQuery } from './wards-below.query.js';
import type { WardBelow } from './wards-below.view.js';

/** The screens people work at, each answered in one question. */
@ApiTags('desk')
@Controller('api')
export class DeskController {
  constructor(
    private readonly work: MyWorkQuery,
    private readonly board: BoardQuery,
    private readonly projects: ProjectsQuery,
    private readonly graves: GravesQuery,
    private readonly reception: ReceptionQuery,
    private readonly wards: WardsBelowQuery,
  ) {}

  @Get('my-work')
  @May('list desk')
  myWork(@Me() officer: Officer): Promise<MyWorkView> {
    return this.work.run(officer);
  }

  @Get('board')
  @May('list board')
  showBoard(@Me() officer: Officer): Promise<BoardView> {
    return this.board.run(officer);
  }

  @Get('projects')
  @May('list case')
  listProjects(@Me() officer: Officer): Promise<ProjectView[]> {
    return this.projects.run(officer);
  }

  /** The register of graves, of one project or of all. */
  @Get('graves')
  @May('list case')
  listGraves(@Query() { project }: GravesDto, @Me() officer: Officer): Promise<GravesView> {
    return this.graves.run(officer, project);
  }

  /** The ward's reception days with the session on each. */
  @Get('reception')
  @May('list case')
  listReception(@Query() range: ReceptionDto, @Me() officer: Officer): Promise<ReceptionView> {
    return this.reception.run(officer, range);
  }

  /** The wards below a province or city, counted. */
  @Get('wards')
  @May('list figures-below')
  listWards(@Me() officer: Officer): Promise<WardBelow[]> {
    return this.wards.run(officer);
  }
}
