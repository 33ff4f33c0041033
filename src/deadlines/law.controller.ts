import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dueDate, proofInWords } from '../domain/deadlines/due-date.js';
import { clocks, type ClockName } from '../domain/law/clocks.js';
import { inForceOn, type Rule } from '../domain/law/rule.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { READ } from '../platform/connections.js';
import type { DueDateInWords } from './due-date.view.js';
import { TriggerDto } from './law.dto.js';
import { lawPack } from './law-files.js';
import { LunarController } from './lunar.controller.js';
import { loadCalendar } from './load-calendar.js';
import { printedTerm } from './turn-clocks.js';
import type { RuleClock, RuleView } from './rule.view.js';

/** The law pack as the officer may read it: every row with its article, its days in force and how sure we are of it. */
@ApiTags('law')
@Controller('api/rules')
class LawController {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  @Get()
  @May('read law')
  listRules(): RuleView[] {
    return lawPack.rules.map((rule) => ({ ...rule, clocks: clocksOf(rule.id) }));
  }

  @Get(':id')
  @May('read law')
  showRule(@Param('id') id: string): RuleView {
    return { ...lawPack.rule(id), clocks: clocksOf(id) };
  }

  /** When a term of this rule ends if it is triggered on that day, with the proof. */
  @Post(':id/due-date')
  @May('read law')
  @HttpCode(200)
  async countDueDate(@Param('id') id: string, @Body() { trigger, days }: TriggerDto): Promise<DueDateInWords> {
    const calendar = await loadCalendar(this.database.manager);
    const rule = lawPack.rule(id);
    const term = printedTerm(days);
    const due = dueDate(trigger, rule, calendar, term ? { term } : {});
    return { ...due, assumptions: [...due.assumptions, ...notInForce(rule, trigger)], words: proofInWords(due) };
  }
}

function notInForce(rule: Rule, day: PlainDate): string[] {
  if (inForceOn(rule, day)) return [];
  const { effectiveFrom, effectiveTo } = rule;
  const until = effectiveTo ? ` đến ${vietnameseDay(effectiveTo)}` : '';
  return [
    `quy định này có hiệu lực từ ${vietnameseDay(effectiveFrom)}${until}, không có hiệu lực ngày ${vietnameseDay(day)}`,
  ];
}

const clocksOf = (ruleId: string): RuleClock[] =>
  Object.entries(clocks)
    .filter(([, clock]) =>
      Object.values(clock.rules as Record<string, readonly string[]>).some((ids) => ids.includes(ruleId)),
    )
    .map(([name, clock]) => ({ clock: name as ClockName, vi: clock.vi }));

@Module({ controllers: [LawController, LunarController] })
export class LawModule {}
