import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { Delivery } from './delivery.entity.js';
import type { Reminder } from './reminder.entity.js';
import { Flag } from '../platform/validation.js';

class PageDto {
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

export class LedgerDto extends PageDto {
  @IsOptional()
  @IsIn(['planned', 'sent', 'withdrawn'])
  status?: Reminder['status'];

  /** Code of one case. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  case?: string;
}

export class NoticesDto extends PageDto {
  @IsOptional()
  @Flag()
  unread?: boolean;
}

export class DeliveriesDto extends PageDto {
  @IsOptional()
  @IsIn(['pending', 'sent', 'dead'])
  status?: Delivery['status'];
}

export class LadderDto {
  /** Calendar days before the due date, 0 is the day itself. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(365, { each: true })
  days!: number[];
}
