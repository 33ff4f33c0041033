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

  /** Why an address may not be written to, as far as that can be told without asking anybody. */
  objection(url: string): string | undefined {
    const { protocol, hostname } = new URL(url);
    const host = bare(hostname);
    const address = ipaddr.isValid(host) ? ipaddr.process(host) : undefined;
    if (this.allowed.includes(host) || (address && this.isAllowed(address))) return undefined;
    if (address ? address.range() !== 'unicast' : host === 'localhost' || host.endsWith('.localhost'))
      return inside(host);
    return protocol === 'https:' ? undefined : `Nội dung gửi ra ngoài phải đi bằng https, mà "${host}" thì không`;
  }

  /** The status answered. @throws Error with the reason when there is no answer, or the address may not be reached. */
  async post(url: string, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<number> {
    const target = new URL(url);
    const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
    // An address needs no lookup, and so none would check it.
    const objection = this.objection(url);
    if (objection) throw new Error(objection);
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
      if (!allowed) return found(new Error(inside(host)));
      if ((options as { all?: boolean }).all) return found(null, addresses);
      found(null, addresses[0]!.address, addresses[0]!.family);
    });
  }

  private isOutside(text: string): boolean {
    const address = ipaddr.process(text); // an IPv4 address may come dressed as IPv6
    return address.range() === 'unicast' || this.isAllowed(address);
  }

  private isAllowed(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
    return this.allowed.some((one) => {
      if (!ipaddr.isValidCIDR(one)) return ipaddr.isValid(one) && ipaddr.process(one).toString() === address.toString();
      const [base, bits] = ipaddr.parseCIDR(one);
      return base.kind() === address.kind() && address.match(base, bits);
    });
  }
}

/** A name or an address, without the brackets of IPv6 and the dot that ends a full name. */
const bare = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

const inside = (host: string) =>
  `"${host}" nằm trong mạng nội bộ; chỉ gửi tới đó khi quản trị máy chủ cho phép (ALLOW_PRIVATE_TARGETS)`;
