import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { LunarDto } from './law.dto.js';
import { lunarOf } from './lunar-day.js';
import type { LunarView } from './lunar.view.js';

@ApiTags('law')
@Controller('api/lunar')
export class LunarController {
  /** The lunar day of a legal day; exhumation follows it. */
  @Get()
  @May('read law')
  lunarDay(@Query() { day }: LunarDto): LunarView {
    return { lunar: lunarOf(day) };
  }
}
