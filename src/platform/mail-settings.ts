/** How e-mail leaves the house; without `SMTP_URL` nothing is mailed and no delivery waits for it. */
export class MailSettings {
  constructor(
    readonly smtpUrl: string | undefined,
    readonly from: string,
  ) {}

  get enabled(): boolean {
    return this.smtpUrl !== undefined;
  }
}
