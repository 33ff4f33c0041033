import { createTransport, type Transporter } from 'nodemailer';
import { isThisMachine } from './site.js';

/** How e-mail leaves the house; without `SMTP_URL` nothing is mailed and no delivery waits for it. */
export class MailSettings {
  /** `plainHosts`: mail servers inside the house that are reached without encryption. */
  constructor(
    readonly smtpUrl: string | undefined,
    readonly from: string,
    private readonly plainHosts: readonly string[] = [],
  ) {}

  get enabled(): boolean {
    return this.smtpUrl !== undefined;
  }

  /**
   * A line to the mail server. Outside this machine it is encrypted or there is none: a server that offers no STARTTLS,
   * or somebody on the way who takes the offer out, would get letters and password in the clear.
   */
  open(): Transporter {
    const url = new URL(this.smtpUrl!);
    const near = isThisMachine(url.hostname) || this.plainHosts.includes(url.hostname);
    if (url.protocol === 'smtp:' && !near) url.searchParams.set('requireTLS', 'true');
    return createTransport(url.href, {});
  }
}
