import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { BeforeSecondFactor, Me, OpenToAll, type Officer } from '../platform/officer.js';
import { siteOf } from '../platform/site.js';
import { IdentityServer } from './identity-server.js';
import { OidcSignIn } from './oidc-sign-in.js';
import { giveSecret, secretOf, takeSecret, visitorOf } from './session-cookie.js';
import { OidcFinishDto, OidcStartDto, SignInCodeDto, SignInDto } from './session.dto.js';
import {
  AnswersSignIn,
  type OidcFinishView,
  type OidcStartView,
  type SignInAnswer,
  type SignInOptionsView,
} from './session.view.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** Coming in and going out. The session travels in a cookie no script can read. */
@ApiTags('people')
@Controller('api')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly oidc: OidcSignIn,
    private readonly identityServer: IdentityServer,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in-options')
  @OpenToAll()
  signInOptions(): SignInOptionsView {
    return { identityServer: this.identityServer.configured };
  }

  /** Signs in with a password. With a second factor, the answer asks for its code. */
  @Post('session')
  @OpenToAll()
  @HttpCode(200)
  @AnswersSignIn()
  async openSession(
    @Body() { login, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const entered = await this.signIn.open(login, password, visitorOf(request), secretOf(request));
    giveSecret(reply, entered.secret);
    return entered.needs ? { needs: entered.needs } : entered.officer;
  }

  /** The second step of a sign-in. */
  @Post('session/code')
  @OpenToAll()
  @HttpCode(200)
  @AnswersSignIn()
  async giveCode(
    @Body() { code }: SignInCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const entered = await this.signIn.code(secretOf(request), code, visitorOf(request));
    giveSecret(reply, entered.secret);
    return entered.officer;
  }

  @Delete('session')
  @May('own account')
  @BeforeSecondFactor()
  @HttpCode(204)
  async closeSession(
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(secretOf(request)!, officer);
    takeSecret(reply);
  }

  /** Where to go to sign in with the identity server. */
  @Post('oidc/start')
  @OpenToAll()
  @HttpCode(200)
  startOidc(
    @Body() { screen = '/' }: OidcStartDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OidcStartView> {
    return this.oidc.start(`${siteOf(this.config, request)}/dang-nhap/tra-ve`, screen, reply);
  }

  /** Signs in with what the identity server sent the browser back with. */
  @Post('oidc/finish')
  @OpenToAll()
  @HttpCode(200)
  finishOidc(
    @Body() { query }: OidcFinishDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OidcFinishView> {
    return this.oidc.finish(query, request, reply);
  }
}
