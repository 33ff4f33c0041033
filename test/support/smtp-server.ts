import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  subject: string;
  messageId: string;
  /** The whole message as sent, headers included. */
  raw: string;
}

export interface TestSmtp {
  url: string;
  /** Every message that arrived whole, also those of `dropAfterData`. */
  messages: ReceivedMail[];
  /** The next `count` messages are refused for now (451). */
  failNext(count: number): void;
  /** The next `count` messages arrive, but the line breaks before the sender hears so. */
  dropAfterData(count: number): void;
  /** Every message from now on is answered so much later; 0 also answers those that still wait. */
  answerAfter(ms: number): void;
  stop(): Promise<void>;
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` of RFC 2047, which every Vietnamese subject becomes. */
function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?');
  const bytes = joined.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, encoding: string, body: string) =>
    encoding.toLowerCase() === 'b'
      ? Buffer.from(body, 'base64').toString('latin1')
      : body
          .replace(/_/g, ' ')
          .replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  // Decoded as a whole: a letter may be split over two words.
  return bytes === joined ? text : Buffer.from(bytes, 'latin1').toString('utf8');
}

function header(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return decodeWords(line?.slice(name.length + 1).trim() ?? '');
}

/** The type package leaves the list of open connections out. */
type WithConnections = SMTPServer & { connections: Set<{ session: SMTPServerSession; _socket: Socket }> };

function socketOf(server: SMTPServer, session: SMTPServerSession): Socket | undefined {
  return [...(server as WithConnections).connections].find((each) => each.session.id === session.id)?._socket;
}

/** A real SMTP server on loopback that keeps what it is sent. */
export async function startSmtp(): Promise<TestSmtp> {
  const messages: ReceivedMail[] = [];
  let failing = 0;
  let dropping = 0;
  let waitMs = 0;
  const waiting = new Map<NodeJS.Timeout, () => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (failing > 0) {
          failing--;
          done(Object.assign(new Error('Mailbox busy, try again later'), { responseCode: 451 }));
          return;
        }
        const raw = Buffer.concat(chunks).toString('utf8');
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        messages.push({ to, subject: header(raw, 'subject'), messageId: header(raw, 'message-id'), raw });
        if (dropping === 0) {
          if (waitMs === 0) return done();
          const timer = setTimeout(() => {
            waiting.delete(timer);
            done();
          }, waitMs);
          waiting.set(timer.unref(), done);
          return;
        }
        dropping--;
        socketOf(server, session)?.destroy();
      });
    },
  });
  // A connection cut on purpose reaches this event; it must not end the test run.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    failNext: (count) => void (failing = count),
    dropAfterData: (count) => void (dropping = count),
    answerAfter: (ms) => {
      waitMs = ms;
      if (ms > 0) return;
      for (const [timer, done] of waiting) {
        clearTimeout(timer);
        done();
      }
      waiting.clear();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
