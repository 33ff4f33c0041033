import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { DataSource } from 'typeorm';
import { dueDate, proofInWords } from '../domain/deadlines/due-date.js';
import { clocks } from '../domain/law/clocks.js';
import type { PlainDate } from '../domain/plain-date.js';
import { READ } from '../platform/connections.js';
import { IsPlainDate } from '../platform/validation.js';
import { lawPack } from './law-files.js';
import { loadCalendar } from './load-calendar.js';

class TriggerDto {
  /** The day of the event the term counts from; of the event itself for a notice due before it. */
  @IsPlainDate()
  trigger!: PlainDate;

  /** Days printed in the notice, for rules that leave the length to it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  days?: number;
}

/** The law pack as the officer may read it: every row with its article, its days in force and how sure we are of it. */
@ApiTags('law')
@Controller('api/rules')
class LawController {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  @Get()
  rules() {
    return lawPack.rules.map((rule) => ({ ...rule, clocks: clocksOf(rule.id) }));
  }

  @Get(':id')
  rule(@Param('id') id: string) {
    return { ...lawPack.rule(id), clocks: clocksOf(id) };
  }

  /** When a term of this rule ends if it is triggered on that day, with the proof. */
  @Post(':id/due-date')
  @HttpCode(200)
  async dueDate(@Param('id') id: string, @Body() { trigger, days }: TriggerDto) {
    const calendar = await loadCalendar(this.database.manager);
    const due = dueDate(
      trigger,
      lawPack.rule(id),
      calendar,
      days ? { term: { value: days, unit: 'calendar-day' } } : {},
    );
    return { ...due, words: proofInWords(due) };
  }
}

const clocksOf = (ruleId: string) =>
  Object.entries(clocks)
    .filter(([, clock]) =>
      Object.values(clock.rules as Record<string, readonly string[]>).some((ids) => ids.includes(ruleId)),
    )
    .map(([name, clock]) => ({ clock: name, vi: clock.vi }));

@Module({ controllers: [LawController] })
export class LawModule {}
