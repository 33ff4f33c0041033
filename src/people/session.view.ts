import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { OfficerView } from './people.view.js';

/** The password was right; the code of the second factor is asked for next, at `POST /api/session/code`. */
export class NeedsCodeView {
  needs!: 'code';
}

/** Who has signed in, or that a code is asked for. */
export type SignInAnswer = OfficerView | NeedsCodeView;
export const AnswersSignIn = () =>
  applyDecorators(
    ApiExtraModels(OfficerView, NeedsCodeView),
    ApiOkResponse({
      schema: { oneOf: [{ $ref: getSchemaPath(OfficerView) }, { $ref: getSchemaPath(NeedsCodeView) }] },
    }),
  );

/** In which ways somebody may sign in here. */
export class SignInOptionsView {
  /** The identity server of the province. */
  identityServer!: boolean;
}

export class OidcStartView {
  /** The identity server's page to go to. */
  url!: string;
}

export class OidcFinishView {
  /** `code`: the second factor is asked for next. */
  needs!: 'code' | null;
  /** The screen asked for before the sign-in. */
  screen!: string;
}
