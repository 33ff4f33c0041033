import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { ChangePassword } from './change-password.js';
import { ChangePasswordDto } from './me.dto.js';
import { MeQuery } from './me.query.js';
import type { MeView } from './me.view.js';
import { cookieName } from './signed-in.js';

@ApiTags('people')
@Controller('api/me')
export class MeController {
  constructor(
    private readonly query: MeQuery,
    private readonly changePassword: ChangePassword,
  ) {}

  @Get()
  @May('own account')
  me(@Me() officer: Officer): Promise<MeView> {
    return this.query.run(officer);
  }

  /** Changes the password and ends the other sessions. */
  @Post('password')
  @May('own account')
  @HttpCode(204)
  setPassword(
    @Body() { current, next }: ChangePasswordDto,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.changePassword.run(current, next, officer, request.cookies[cookieName]!);
  }
}
