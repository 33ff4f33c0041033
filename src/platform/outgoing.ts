import { lookup, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';

type Found = (error: Error | null, found?: string | LookupAddress[], family?: number) => void;

/** An answer is a number to us; so much of its text is read for the line to end in order. */
const answerBytes = 64 * 1024;

/**
 * Posts to addresses that people enter. None of them may be inside the house, where our own word counts for more than a
 * stranger's: this machine, private and link-local networks, a cloud's metadata. It is looked at when the name has been
 * resolved for this very connection, so a name that answers otherwise the second time gains nothing; nothing is followed
 * elsewhere. `ALLOW_PRIVATE_TARGETS` names exceptions.
 */
@Injectable()
export class Outgoing {
  /** As the machine resolves names. */
  readonly find: typeof lookup = lookup;
  private readonly allowed: readonly string[];

  constructor(@Inject(CONFIG) { allowPrivateTargets }: Pick<Config, 'allowPrivateTargets'>) {
    this.allowed = allowPrivateTargets.map((one) => one.toLowerCase());
  }

  /** False for an address that can be told to be inside the house without asking anybody. */
  mayReach(url: string): boolean {
    const host = hostOf(new URL(url));
    if (this.allowed.includes(host)) return true;
    return ipaddr.isValid(host) ? this.isOutside(host) : host !== 'localhost' && !host.endsWith('.localhost');
  }

  /** The status answered. @throws Error with the reason when there is no answer, or the address may not be reached. */
  async post(url: string, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<number> {
    const target = new URL(url);
    const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
    // An address needs no lookup, and so none would check it.
    if (!this.mayReach(url)) throw inside(target.hostname);
    return new Promise((done, failed) => {
      const asked = request(target, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: (host, options, found) => this.resolve(host, options, found as Found),
        agent: false,
        signal,
      });
      asked.on('error', failed);
      asked.on('response', (answer) => {
        let read = 0;
        answer.on('data', (chunk: Buffer) => (read += chunk.length) > answerBytes && answer.destroy());
        answer.on('error', () => undefined);
        answer.on('close', () => done(answer.statusCode!));
      });
      asked.end(body);
    });
  }

  private resolve(host: string, options: object, found: Found): void {
    this.find(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error);
      const allowed =
        this.allowed.includes(host.toLowerCase()) || addresses.every(({ address }) => this.isOutside(address));
      if (!allowed) return found(inside(host));
      if ((options as { all?: boolean }).all) return found(null, addresses);
      found(null, addresses[0]!.address, addresses[0]!.family);
    });
  }

  private isOutside(text: string): boolean {
    const address = ipaddr.process(text); // an IPv4 address may come dressed as IPv6
    const isIn = (network: string) => {
      const [base, bits] = ipaddr.isValidCIDR(network)
        ? ipaddr.parseCIDR(network)
        : [ipaddr.process(network), undefined];
      if (base.kind() !== address.kind()) return false;
      return address.match(base, bits ?? (base.kind() === 'ipv4' ? 32 : 128));
    };
    return (
      address.range() === 'unicast' ||
      this.allowed.some((one) => (ipaddr.isValid(one) || ipaddr.isValidCIDR(one)) && isIn(one))
    );
  }
}

/** As a name or an address, without the brackets of IPv6 and the dot that ends a full name. */
const hostOf = ({ hostname }: URL): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

const inside = (host: string) =>
  new Error(`"${host}" nằm trong mạng nội bộ; chỉ gửi tới đó khi quản trị máy chủ cho phép (ALLOW_PRIVATE_TARGETS)`);
