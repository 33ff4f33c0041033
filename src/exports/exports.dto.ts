import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn } from 'class-validator';
import { CaseListDto } from '../cases/case.dto.js';
import { listColumnNames, type ListColumnName } from './list-columns.js';

export class ListFileDto extends CaseListDto {
  @IsIn(['xlsx', 'csv'])
  as!: 'xlsx' | 'csv';

  /** In the order they are written. */
  @Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => String(each).split(',')),
  )
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsIn(listColumnNames, { each: true })
  columns!: ListColumnName[];
}
