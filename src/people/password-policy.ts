import { DomainError } from '../domain/errors.js';
import { foldVietnamese } from '../domain/search-text.js';

/** Length makes a password strong; beyond the upper bound a hash would only cost time. Counted in characters. */
const [shortest, longest] = [12, 128];
/** What has to remain once the words anybody would try first are taken out. */
const ownLetters = 8;

/** Whose password it is to be: an attacker knows this much. */
export interface PasswordOwner {
  login: string;
  name: string;
  unitName: string;
}

/**
 * Long, not among the common ones, not made of what is known of the person. No rule on kinds of characters and no
 * forced change: both make people choose worse (NIST SP 800-63B; OWASP ASVS 5, 6.2).
 * @throws DomainError `password-short`, `password-long`, `password-common` or `password-personal`
 */
export async function requireGoodPassword(password: string, owner: PasswordOwner, field: string): Promise<void> {
  const fault = await faultOf(password.normalize('NFC'), owner);
  if (fault) throw new DomainError(fault.code, fault.detail, [{ ...fault, field }]);
}

async function faultOf(password: string, owner: PasswordOwner): Promise<{ code: string; detail: string } | undefined> {
  const { length } = [...password];
  if (length < shortest)
    return {
      code: 'password-short',
      detail: `Mật khẩu mới có ${length} ký tự; hãy dùng ít nhất ${shortest}, ví dụ một câu ngắn dễ nhớ.`,
    };
  if (length > longest)
    return { code: 'password-long', detail: `Mật khẩu dài tối đa ${longest} ký tự; hãy dùng câu ngắn hơn.` };
  if (isPersonal(password, owner))
    return {
      code: 'password-personal',
      detail: 'Mật khẩu gần như chỉ gồm tên của bạn, của đơn vị hoặc của phần mềm; hãy thêm những từ khác.',
    };
  if (isCommon(password, await common()))
    return {
      code: 'password-common',
      detail: 'Mật khẩu này nằm trong danh sách mật khẩu hay dùng nên rất dễ bị đoán; hãy chọn một câu của riêng bạn.',
    };
  return undefined;
}

const plain = (text: string) => foldVietnamese(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Almost nothing is left once the words of the person, the unit and the product are taken out. */
function isPersonal(password: string, { login, name, unitName }: PasswordOwner): boolean {
  const whole = [login, name, unitName, 'Mặt Bằng'].map(plain);
  const parts = [login, name, unitName].flatMap((text) => foldVietnamese(text).split(/[^\p{L}\p{N}]+/u));
  const words = [...whole, ...parts].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const folded = plain(password);
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), folded).replaceAll(' ', '');
  return rest !== folded && rest.length < ownLetters;
}

/**
 * On the list as it stands, or made of it in one of the ways tried first: with digits and signs around, repeated, or
 * two run together. The list alone holds few that are long enough to pass.
 */
function isCommon(password: string, list: ReadonlySet<string>): boolean {
  const folded = password.toLowerCase();
  const bare = plain(password);
  const core = bare.replace(/^\d+|\d+$/g, '');
  if ([folded, bare, core].some((text) => list.has(text))) return true;
  if (/^(.{1,6})\1+.{0,5}$/u.test(folded)) return true;
  return Array.from(bare, (_, i) => [bare.slice(0, i), bare.slice(i)]).some((halves) =>
    halves.every((half) => half.length > 2 && list.has(half)),
  );
}

let known: Promise<ReadonlySet<string>> | undefined;

/** Read at the first password that is set, not at the start: most days nobody sets one. */
function common(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return known;
}
