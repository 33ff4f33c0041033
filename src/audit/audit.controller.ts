import { Controller, Get, Header, Module, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { everyAction } from './action-names.js';
import { AuditDto } from './audit.dto.js';
import { AuditQuery } from './audit.query.js';
import type { AuditAction, AuditPage } from './audit.view.js';
import { KeepHeads } from './keep-heads.js';

@ApiTags('audit')
@Controller('api/audit')
class AuditController {
  constructor(
    private readonly query: AuditQuery,
    private readonly heads: KeepHeads,
  ) {}

  /** The access log: who did and read what, newest first. */
  @Get()
  @May('read history')
  listHistory(@Query() filter: AuditDto, @Me() officer: Officer): Promise<AuditPage> {
    return this.query.run(filter, officer);
  }

  /** Every action the log may be asked for. */
  @Get('actions')
  @May('read history')
  listActions(): AuditAction[] {
    return everyAction();
  }

  /** Where the chain ended each day, one JSON line per day: keep it away from the server, for `audit:verify --heads`. */
  @Get('heads')
  @May('take heads')
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="matbang-heads.jsonl"')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadHeads(@Me() officer: Officer): Promise<string> {
    return this.heads.linesOf(officer.unitId);
  }
}

@Module({ controllers: [AuditController], providers: [AuditQuery, KeepHeads], exports: [KeepHeads] })
export class AuditModule {}
