import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '../domain/errors.js';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { scrubbed } from './without-personal-data.js';

/** A scan of 25 MB takes a slow machine some seconds. */
const patienceMs = 30_000;
const chunkBytes = 64 * 1024;

/**
 * The antivirus in front of the files: clamd, asked in its own protocol (`clamd(8)`, INSTREAM). Not configured: nothing
 * is asked. Configured and silent: nothing is kept, for a file nobody looked at is what it was installed against.
 */
@Injectable()
export class VirusScan {
  private readonly log = new Logger(VirusScan.name);

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'clamd'>) {}

  get configured(): boolean {
    return this.config.clamd !== undefined;
  }

  /** @throws DomainError infected, scanner-away */
  async requireClean(content: Buffer): Promise<void> {
    if (!this.configured) return;
    const answer = await this.ask(instream(content)).catch((error: Error) => {
      this.log.error(`Trình quét vi-rút không trả lời: ${scrubbed(error.message)}`);
      return undefined;
    });
    if (answer === 'stream: OK') return;
    if (answer?.endsWith(' FOUND'))
      throw new DomainError('infected', 'Tệp có mã độc nên không được nhận; hãy quét máy đã tạo ra tệp này.');
    throw new DomainError('scanner-away', 'Trình quét vi-rút chưa trả lời nên tệp chưa được nhận; hãy thử lại sau.');
  }

  /** For `/health/ready`. @throws DomainError scanner-away */
  async ping(): Promise<void> {
    const answer = await this.ask([Buffer.from('zPING\0')]).catch((error: Error) => error.message);
    if (answer === 'PONG') return;
    this.log.warn(`Trình quét vi-rút: ${scrubbed(answer)}`);
    throw new DomainError('scanner-away', 'trình quét vi-rút không trả lời; tệp gửi lên đang bị từ chối');
  }

  private async ask(said: Buffer[]): Promise<string> {
    const socket = this.open();
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`quá ${patienceMs / 1000} giây`)));
    try {
      let answer = '';
      socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
      for (const piece of said) socket.write(piece);
      await once(socket, 'end');
      return answer.replace(/\0$/, '');
    } finally {
      socket.destroy();
    }
  }

  private open(): Socket {
    const clamd = this.config.clamd!;
    if (clamd.startsWith('/')) return connect(clamd);
    const [host, port] = clamd.split(':');
    return connect(Number(port), host);
  }
}

/** Each chunk with its length before it; one of no length ends the stream. */
function instream(content: Buffer): Buffer[] {
  const pieces: Buffer[] = [Buffer.from('zINSTREAM\0')];
  for (let from = 0; from < content.length; from += chunkBytes) {
    const chunk = content.subarray(from, from + chunkBytes);
    pieces.push(lengthOf(chunk.length), chunk);
  }
  return [...pieces, lengthOf(0)];
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
