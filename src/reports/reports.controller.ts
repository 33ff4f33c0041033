import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Query, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { May } from '../access/may.js';
import { sendDownload } from '../cases/send-download.js';
import { mediaTypes } from '../office/media-types.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Me, type Officer } from '../platform/officer.js';
import { EachTime } from '../platform/once-per-key.js';
import { Weight } from '../platform/rate-limits.js';
import { RowId } from '../platform/validation.js';
import { ClosePeriod } from './close-period.js';
import { eventsIn } from './forms/state-management.js';
import { eventView, KeepEvents } from './keep-events.js';
import { narrativePaper, reportPaper, reportWorkbook } from './print-report.js';
import { checkedPeriod, periodOf } from './report-period.js';
import { ReportQuery } from './report.query.js';
import type {
  CasesBehindView,
  ClosedPeriodView,
  NarrativeView,
  PeriodView,
  ReportsView,
  ReportView,
  WardEventView,
} from './report.view.js';
import {
  ClosePeriodDto,
  NarrativeFileDto,
  PeriodDto,
  PeriodOfDto,
  ReportCellDto,
  ReportDto,
  ReportFileDto,
  WardEventDto,
} from './reports.dto.js';
import { closedView, reportsView, reportView } from './show-report.js';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** Reports and registers the ward files, from its cases. */
@ApiTags('reports')
@Controller('api')
class ReportsController {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly query: ReportQuery,
    private readonly close: ClosePeriod,
    private readonly events: KeepEvents,
    private readonly clock: Clock,
  ) {}

  /** What can be printed, by which rules, and which periods are closed. */
  @Get('reports')
  @May('read report')
  async listReports(@Me() officer: Officer): Promise<ReportsView> {
    return reportsView(await this.query.closedPeriods(officer), this.query.inForce());
  }

  /** The days of a quarter, half year, nine months or year, by the cut-off in force. */
  @Get('reports/period')
  @May('read report')
  showPeriod(@Query() { kind, year, part }: PeriodOfDto): PeriodView {
    return periodOf(kind, year, part);
  }

  @Get('reports/table')
  @Weight(10)
  @May('read report')
  async showReport(@Query() { form, from, to }: ReportDto, @Me() officer: Officer): Promise<ReportView> {
    const report = await this.query.run(form, checkedPeriod(from, to), officer);
    const mending = await this.query.summaries(
      report.table.sums.flatMap(({ cases }) => cases),
      officer,
    );
    return reportView(report, mending);
  }

  /** The cases behind one figure. */
  @Get('reports/cases')
  @Weight(10)
  @May('read report')
  listCasesBehind(
    @Query() { form, from, to, row, column, part = 'table' }: ReportCellDto,
    @Me() officer: Officer,
  ): Promise<CasesBehindView> {
    return this.query.casesBehind(form, checkedPeriod(from, to), { row, column, part }, officer);
  }

  @Get('reports/file')
  @Weight(10)
  @May('read report')
  @ApiProduces(mediaTypes.xlsx)
  @ApiOkResponse(binary)
  async downloadReport(
    @Query() { form, from, to, as }: ReportFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const period = checkedPeriod(from, to);
    const report = await this.query.run(form, period, officer);
    const unit = await this.unitOf(officer);
    const content =
      as === 'xlsx' ? await reportWorkbook(report, unit) : await reportPaper(report, unit, this.clock.today());
    const fileName = `${form.replace('/', '-')} ${from} ${to}.${as}`;
    await sendDownload(reply, { fileName, mediaType: mediaTypes[as], content });
  }

  /** The sections on clearance and on petitions, in the ward's own manner. */
  @Get('reports/narrative')
  @Weight(10)
  @May('read report')
  async showNarrative(@Query() { from, to }: PeriodDto, @Me() officer: Officer): Promise<NarrativeView> {
    const period = checkedPeriod(from, to);
    const closed = (await this.query.closed(period, officer)) !== null;
    return { period, sections: await this.query.narrative(period, officer), closed };
  }

  /** The narrative as it was edited, as a Word file. */
  @Post('reports/narrative/file')
  @HttpCode(200)
  @EachTime()
  @Weight(10)
  @May('read report')
  @ApiProduces(mediaTypes.docx)
  @ApiOkResponse(binary)
  async downloadNarrative(
    @Body() { from, to, sections }: NarrativeFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const period = checkedPeriod(from, to);
    const content = await narrativePaper(sections, {
      unit: await this.unitOf(officer),
      period,
      on: this.clock.today(),
    });
    await sendDownload(reply, { fileName: `Báo cáo ${from} ${to}.docx`, mediaType: mediaTypes.docx, content });
  }

  /** Files a period: its figures print the same for ever. */
  @Post('reports/close')
  @May('close period')
  async closePeriod(@Body() { kind, from, to }: ClosePeriodDto, @Me() officer: Officer): Promise<ClosedPeriodView> {
    return closedView(await this.close.run(kind, checkedPeriod(from, to), officer));
  }

  /** Guidance, classes, inspections and dialogues of a period. */
  @Get('ward-events')
  @May('read report')
  async listEvents(@Query() { from, to }: PeriodDto, @Me() officer: Officer): Promise<WardEventView[]> {
    const events = await eventsIn(this.database.manager, officer.unitId, checkedPeriod(from, to));
    return events.map(eventView);
  }

  @Post('ward-events')
  @May('work case')
  addEvent(@Body() body: WardEventDto, @Me() officer: Officer): Promise<WardEventView> {
    return this.events.add(body, officer);
  }

  @Delete('ward-events/:id')
  @May('work case')
  removeEvent(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<WardEventView> {
    return this.events.remove(id, officer);
  }

  private unitOf({ unitId }: Officer): Promise<Unit> {
    return this.database.manager.findOneByOrFail(Unit, { id: unitId });
  }
}

@Module({ controllers: [ReportsController], providers: [ReportQuery, ClosePeriod, KeepEvents] })
export class ReportsModule {}
