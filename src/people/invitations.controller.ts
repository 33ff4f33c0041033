import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenToAll } from '../platform/officer.js';
import { AcceptInvitation } from './invite.js';
import { AcceptInvitationDto, InvitationCodeDto } from './invitation.dto.js';
import type { InvitedView } from './invitation.view.js';

@ApiTags('people')
@Controller('api/invitations')
export class InvitationsController {
  constructor(private readonly invitation: AcceptInvitation) {}

  /** Whose invitation it is. A question with a body, so that the code stands in no address. */
  @Post('look')
  @OpenToAll()
  @HttpCode(200)
  lookAtInvitation(@Body() { code }: InvitationCodeDto): Promise<InvitedView> {
    return this.invitation.look(code);
  }

  /** Sets the password; the code is used up. */
  @Post('accept')
  @OpenToAll()
  @HttpCode(204)
  acceptInvitation(@Body() { code, password }: AcceptInvitationDto): Promise<void> {
    return this.invitation.run(code, password);
  }
}
