import { defineText } from '../../text/language.js';

export const failureText = defineText(
  {
    refused: 'Máy nhận không mở cửa: kiểm tra địa chỉ và cổng, hoặc máy nhận đang tắt.',
    unknownHost: 'Không tìm thấy máy nhận: tên máy sai hoặc mạng của phường đang mất.',
    slow: 'Máy nhận không trả lời kịp.',
    signIn: 'Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu đã cấu hình.',
    certificate: 'Chứng thư bảo mật của máy nhận không hợp lệ.',
    mailbox: 'Máy chủ thư từ chối địa chỉ người nhận: kiểm tra thư điện tử của người dùng.',
    answered: (status: string) => `Hệ thống nhận trả lời lỗi ${status}.`,
    redirected: 'Hệ thống nhận chuyển sang địa chỉ khác: hãy nhập đúng địa chỉ cuối.',
    other: 'Máy nhận báo lỗi.',
  },
  {
    refused: 'The receiver does not accept connections: check address and port, or it is off.',
    unknownHost: "The receiver was not found: its name is wrong or the ward's network is down.",
    slow: 'The receiver did not answer in time.',
    signIn: 'The mail server does not accept the configured login or password.',
    certificate: "The receiver's security certificate is not valid.",
    mailbox: "The mail server refused the recipient: check the user's e-mail address.",
    answered: (status: string) => `The receiver answered with error ${status}.`,
    redirected: 'The receiver redirects elsewhere: enter the final address.',
    other: 'The receiver reported an error.',
  },
);
type Words = typeof failureText.vi;

/** What a mail server, a socket or a webhook said, as something an administrator can act on. */
export function failureInWords(error: string, t: Words): string {
  const answered = /trả lời (\d{3})/.exec(error);
  if (answered) return t.answered(answered[1]!);
  // Our own sentences are Vietnamese already.
  if (/^(chưa|đơn vị)/.test(error))
    return error.charAt(0).toUpperCase() + error.slice(1).replace('SMTP_URL', 'máy chủ thư (SMTP_URL)') + '.';
  if (/ECONNREFUSED/.test(error)) return t.refused;
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(error)) return t.unknownHost;
  if (/timed? ?out|ETIMEDOUT|aborted/i.test(error)) return t.slow;
  if (/EAUTH|Invalid login|\b53[0-9]\b/.test(error)) return t.signIn;
  if (/certificate|self.signed|ERR_TLS/i.test(error)) return t.certificate;
  if (/\b55[0-9]\b|recipient/i.test(error)) return t.mailbox;
  if (/redirect/i.test(error)) return t.redirected;
  return t.other;
}
