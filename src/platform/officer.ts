import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../domain/workflow/workflow.js';

/** How far in the unit a person sees: everything, the cases of some residential groups, or only their own. */
export const scopes = ['unit', 'groups', 'own'] as const;
export type Scope = (typeof scopes)[number];

/** Who is signed in; every use case takes it as the author of what it writes. */
export interface Officer {
  id: number;
  unitId: number;
  name: string;
  role: Role;
  scope: Scope;
  /** The residential groups of the scope `groups`. */
  groups: readonly number[];
  /** Accounts on leave today that named this person as their stand-in. */
  standsInFor: readonly number[];
}

/** All that decides what the officer may do and see, as a key: two with the same one are answered alike. */
export const rightsKey = ({ id, unitId, role, scope, groups, standsInFor }: Officer): string =>
  [id, unitId, role, scope, groups.join(), standsInFor.join()].join('/');

/** A request after the guard `people/signed-in.ts` has let it pass. */
export type SignedRequest = FastifyRequest & {
  officer?: Officer;
  /**
   * How far the officer's ward had come when he asked: another after every change anybody of it could see, and on
   * another day. Absent for whom other wards show cases, whose changes it does not tell.
   */
  asOf?: string;
};

export const OPEN = 'open to all';
export const BEFORE_SECOND_FACTOR = 'before the second factor is set up';

/** A route anyone may call: sign-in and health only. */
export const OpenToAll = () => SetMetadata(OPEN, true);
/** A route that also answers somebody who has yet to set up the second factor the unit demands. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);
/** The signed-in officer, as a controller parameter. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext): Officer =>
    context.switchToHttp().getRequest<Required<SignedRequest>>().officer,
);
