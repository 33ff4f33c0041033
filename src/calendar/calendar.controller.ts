import { Body, Controller, Get, HttpCode, Module, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { DomainError } from '../domain/errors.js';
import type { DayKind } from '../domain/deadlines/calendar.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Me, Roles, type Officer } from '../platform/officer.js';
import { IsPlainDate } from '../platform/validation.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CalendarQuery } from './calendar.query.js';
import { ChangeCalendar } from './change-calendar.js';

class DayDto {
  @IsPlainDate()
  date!: PlainDate;

  @IsIn(['holiday', 'swapped-off', 'swapped-work'])
  kind!: DayKind;

  @IsString()
  @Length(1, 120)
  name!: string;
}

class CalendarChangeDto {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DayDto)
  set: DayDto[] = [];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsPlainDate({ each: true })
  remove: PlainDate[] = [];

  /** The announcement the change rests on. */
  @IsString()
  @Length(3, 1000)
  reason!: string;

  @IsOptional()
  @IsBoolean()
  preview: boolean = false;
}

@ApiTags('calendar')
@Controller('api/calendar')
class CalendarController {
  constructor(
    private readonly query: CalendarQuery,
    private readonly changeCalendar: ChangeCalendar,
  ) {}

  @Get(':year')
  year(@Param('year', ParseIntPipe) year: number, @Me() officer: Officer) {
    if (year < 2000 || year > 2100) throw new DomainError('not-found', 'Lịch chỉ có từ năm 2000 đến năm 2100.');
    return this.query.run(year, officer.unitId);
  }

  /** Changes days off and worked Saturdays; with `preview` it only tells which due dates would move. */
  @Post('changes')
  @HttpCode(200)
  @Roles('admin')
  change(@Body() body: CalendarChangeDto, @Me() officer: Officer) {
    return this.changeCalendar.run(body, officer);
  }
}

@Module({ imports: [RemindersModule], controllers: [CalendarController], providers: [CalendarQuery, ChangeCalendar] })
export class CalendarModule {}
