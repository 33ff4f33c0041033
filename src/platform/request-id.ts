import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Asked, answered and logged under this name. */
export const REQUEST_ID = 'x-request-id';

/** What proxies make: hexadecimal, a UUID, a trace. Nothing that could break a line, or be somebody's name with a space. */
const wellFormed = /^[\w.-]{8,64}$/;

/** Each request has an id: the one a believed proxy already gave it, so that both logs tell of the same; else a new one. */
export function requestIds(trustProxy: readonly string[]): (request: IncomingMessage) => string {
  const believed = memberOf(trustProxy);
  return ({ headers, socket }) => {
    const given = headers[REQUEST_ID];
    return typeof given === 'string' && wellFormed.test(given) && believed(socket.remoteAddress) ? given : newId();
  };
}

/** Twelve hexadecimal digits: few enough to be read out over the telephone. */
const newId = (): string => randomUUID().slice(0, 13);

/** The same list as Fastify reads for X-Forwarded-For: addresses, networks, and `loopback`. */
function memberOf(list: readonly string[]): (address: string | undefined) => boolean {
  const networks = list
    .flatMap((one) => (one === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))
    .map((one) => (one.includes('/') ? ipaddr.parseCIDR(one) : wholly(ipaddr.process(one))));
  return (text) => {
    if (!text || !ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return networks.some((network) => address.kind() === network[0].kind() && address.match(network));
  };
}

const wholly = (address: ipaddr.IPv4 | ipaddr.IPv6): [ipaddr.IPv4 | ipaddr.IPv6, number] => [
  address,
  address.kind() === 'ipv4' ? 32 : 128,
];
