import { Body, Controller, Delete, Get, HttpCode, Module, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { KeepViews } from './keep-views.js';
import { ChangeViewDto, SaveViewDto } from './saved-view.dto.js';
import type { SavedViewView } from './saved-view.view.js';

@ApiTags('views')
@Controller('api/views')
class SavedViewsController {
  constructor(private readonly keep: KeepViews) {}

  /** My own views and those shared in the unit. */
  @Get()
  @May('keep view')
  listViews(@Me() officer: Officer): Promise<SavedViewView[]> {
    return this.keep.list(officer);
  }

  @Post()
  @May('keep view')
  saveView(@Body() body: SaveViewDto, @Me() officer: Officer): Promise<SavedViewView> {
    return this.keep.save(body, officer);
  }

  @Patch(':id')
  @May('keep view')
  changeView(
    @Param('id', RowId) id: number,
    @Body() body: ChangeViewDto,
    @Me() officer: Officer,
  ): Promise<SavedViewView> {
    return this.keep.change(id, body, officer);
  }

  @Delete(':id')
  @May('keep view')
  @HttpCode(204)
  removeView(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<void> {
    return this.keep.remove(id, officer);
  }
}

@Module({ controllers: [SavedViewsController], providers: [KeepViews] })
export class SavedViewsModule {}
