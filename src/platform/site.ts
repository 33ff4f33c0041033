import type { FastifyRequest } from 'fastify';
import type { Config } from './config.js';

/** The address people open the product at, without a final slash: as configured, else as this request was made. */
export const siteOf = ({ publicUrl }: Pick<Config, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
