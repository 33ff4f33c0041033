import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '../domain/errors.js';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CalendarChangeDto } from './calendar.dto.js';
import { CalendarQuery } from './calendar.query.js';
import type { CalendarChanged, YearCalendar } from './calendar.view.js';
import { ChangeCalendar } from './change-calendar.js';

@ApiTags('calendar')
@Controller('api/calendar')
class CalendarController {
  constructor(
    private readonly query: CalendarQuery,
    private readonly change: ChangeCalendar,
  ) {}

  @Get(':year')
  @May('read law')
  showCalendar(@Param('year', RowId) year: number, @Me() officer: Officer): Promise<YearCalendar> {
    if (year < 2000 || year > 2100) throw new DomainError('not-found', 'Lịch chỉ có từ năm 2000 đến năm 2100.');
    return this.query.run(year, officer.unitId);
  }

  /** Changes days off and worked Saturdays; with `preview` it only tells which due dates would move. */
  @Post('changes')
  @May('manage calendar')
  @HttpCode(200)
  changeCalendar(@Body() body: CalendarChangeDto, @Me() officer: Officer): Promise<CalendarChanged> {
    return this.change.run(body, officer);
  }
}

@Module({ imports: [RemindersModule], controllers: [CalendarController], providers: [CalendarQuery, ChangeCalendar] })
export class CalendarModule {}
