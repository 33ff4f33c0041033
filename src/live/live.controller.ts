import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PeopleModule } from '../people/people.module.js';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { LiveEvent } from './live-event.view.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Controller('api/events')
class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Server-sent events: what other people of the unit have just changed. Each `data` line is one event. */
  @Get()
  @May('own account')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: LiveEvent })
  listen(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Me() officer: Officer): void {
    this.streams.open(request, reply, officer);
  }
}

@Module({ imports: [PeopleModule], controllers: [LiveController], providers: [LiveStreams] })
export class LiveModule {}
