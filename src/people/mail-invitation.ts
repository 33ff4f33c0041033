import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { vietnameseDay, dayOf, type Instant } from '../domain/plain-date.js';
import { MailSettings } from '../platform/mail-settings.js';
import type { Account } from './account.entity.js';
import type { Invitation } from './invitation.entity.js';
import type { InvitationView } from './invitation.view.js';

interface Made {
  account: Pick<Account, 'name' | 'login' | 'email'>;
  code: string;
  purpose: Invitation['purpose'];
  expiresAt: Instant;
  site: string;
}

/**
 * Gives a code out: to the administrator's screen, this once, and by mail where there is a way. The mail is not queued
 * in the database, which must not hold the code; when it cannot be sent, the administrator hands the code over.
 */
@Injectable()
export class MailInvitation implements BeforeApplicationShutdown {
  private readonly log = new Logger('Thư mời');
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly mail: MailSettings) {}

  /** Answers at once; the mail goes out behind it. */
  give({ account, code, purpose, expiresAt, site }: Made): InvitationView {
    // Behind the number sign: a browser sends that part to no server, and no server writes it down.
    const url = `${site}/loi-moi#${code}`;
    const mailedTo = this.mail.enabled ? account.email : null;
    if (mailedTo) {
      const sending = this.send(mailedTo, letter(account.name, account.login, url, purpose, expiresAt));
      this.underWay.add(sending);
      void sending.finally(() => this.underWay.delete(sending));
    }
    return { code, url, expiresAt, mailedTo };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send(to: string, { subject, text }: { subject: string; text: string }): Promise<void> {
    const transport = this.mail.open();
    try {
      await transport.sendMail({ from: this.mail.from, to, subject, text });
    } catch (error) {
      this.log.warn(`Chưa gửi được thư mời: ${(error as { code?: string }).code ?? (error as Error).name}`);
    } finally {
      transport.close();
    }
  }
}

function letter(name: string, login: string, url: string, purpose: Invitation['purpose'], expiresAt: Instant) {
  const until = vietnameseDay(dayOf(expiresAt));
  const why =
    purpose === 'reset'
      ? 'Quản trị của đơn vị đã đặt lại mật khẩu của bạn.'
      : 'Quản trị của đơn vị đã mở tài khoản Mặt Bằng cho bạn.';
  return {
    subject: purpose === 'reset' ? 'Mặt Bằng: đặt lại mật khẩu' : 'Mặt Bằng: lời mời vào làm việc',
    text: [
      `Chào ${name},`,
      '',
      why,
      `Tên đăng nhập: ${login}`,
      `Mở địa chỉ dưới đây để tự đặt mật khẩu; địa chỉ chỉ dùng được một lần, đến hết ngày ${until}:`,
      '',
      url,
      '',
      'Nếu bạn không chờ thư này, hãy báo quản trị của đơn vị và đừng mở địa chỉ trên.',
    ].join('\n'),
  };
}
