import type { FastifyRequest } from 'fastify';
import type { Config } from './config.js';

/** The address people open the product at, without a final slash: as configured, else as this request was made. */
export const siteOf = ({ publicUrl }: Pick<Config, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;

/** A name of the machine the program runs on: what is sent there crosses no network. */
export const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
