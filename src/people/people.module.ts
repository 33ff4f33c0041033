import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MayGuard } from '../access/may.js';
import { OncePerKey } from '../platform/once-per-key.js';
import { RateLimits } from '../platform/rate-limits.js';
import { ReadFromReplica } from '../platform/replica.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { ChangePassword } from './change-password.js';
import { ChangeUnit } from './change-unit.js';
import { CreateUnit } from './create-unit.js';
import { IdentityServer } from './identity-server.js';
import { InvitationsController } from './invitations.controller.js';
import { AcceptInvitation, InvitePerson } from './invite.js';
import { LetIn } from './let-in.js';
import { MailInvitation } from './mail-invitation.js';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { OidcErrand } from './oidc-errand.js';
import { OidcSignIn } from './oidc-sign-in.js';
import { PeopleController } from './people.controller.js';
import { PeopleQuery } from './people.query.js';
import { SecondFactors } from './second-factor.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';
import { StandInsController } from './stand-ins.controller.js';
import { StandIns } from './stand-ins.js';

@Module({
  imports: [RemindersModule],
  controllers: [SessionController, PeopleController, MeController, InvitationsController, StandInsController],
  providers: [
    Sessions,
    SignIn,
    IdentityServer,
    OidcErrand,
    OidcSignIn,
    SecondFactors,
    CreateAccount,
    ChangeAccount,
    MailInvitation,
    InvitePerson,
    AcceptInvitation,
    LetIn,
    ChangeUnit,
    CreateUnit,
    ChangePassword,
    StandIns,
    PeopleQuery,
    MeQuery,
    RateLimits,
    // In this order: who is it, may they, not too often, whether it was done before, and where it is read. Guards, for
    // an interceptor on every route costs each request more than all five do.
    { provide: APP_GUARD, useClass: SignedIn },
    { provide: APP_GUARD, useClass: MayGuard },
    { provide: APP_GUARD, useExisting: RateLimits },
    { provide: APP_GUARD, useClass: OncePerKey },
    { provide: APP_GUARD, useClass: ReadFromReplica },
  ],
  exports: [Sessions],
})
export class PeopleModule {}
