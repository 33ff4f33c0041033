import { defineText } from '../../../text/language.js';

/** What is plainly wrong with the numbers of a person; the counter and the case page say it in the same words. */
export const personFaults = defineText(
  {
    badId: 'Số giấy tờ phải có 9 số (CMND) hoặc 12 số (CCCD).',
    badPhone: 'Số điện thoại có từ 8 đến 20 chữ số.',
  },
  { badId: 'An ID number has 9 or 12 digits.', badPhone: 'A phone number has 8 to 20 digits.' },
);

type Words = typeof personFaults.vi;
interface Numbers {
  idNumber: string;
  phone: string;
}

export const idNumberFault = ({ idNumber }: Pick<Numbers, 'idNumber'>, t: Words): string | undefined =>
  idNumber.trim() && !/^(\d{9}|\d{12})$/.test(idNumber.replace(/\s/g, '')) ? t.badId : undefined;

export const phoneFault = ({ phone }: Pick<Numbers, 'phone'>, t: Words): string | undefined =>
  phone.trim() && !/^[0-9+ .-]{8,20}$/.test(phone.trim()) ? t.badPhone : undefined;

/** The first of them that keeps somebody new from being saved; who is known by number has them in the register. */
export const personFault = (person: Numbers & { personId?: number }, t: Words): string | undefined =>
  person.personId === undefined ? (idNumberFault(person, t) ?? phoneFault(person, t)) : undefined;
