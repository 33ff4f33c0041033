export interface Signatory {
  name: string;
  idNumber?: string;
  address?: string;
}

/**
 * One person a line, as typed or pasted from a spreadsheet: `1. Nguyễn Văn A; 019123456789; TDP 3`. The parts stand
 * between tabs, semicolons, or around the ID number; `bad` are the lines (from 1) that cannot be read.
 */
export function readSignatories(text: string): { signatories: Signatory[]; bad: number[] } {
  const signatories: Signatory[] = [];
  const bad: number[] = [];
  text.split('\n').forEach((line, i) => {
    if (!line.trim()) return;
    const bare = line.trim().replace(/^\d{1,3}\s*[.)\t;]\s*/, '');
    const parts = bare.split(/\s*[;\t|]\s*/).filter(Boolean);
    const [name = '', ...rest] =
      parts.length > 1 ? parts : bare.split(/\s*,?\s+(?=\d{9,12}\b)|(?<=\b\d{9,12})\s*,?\s+/);
    const idNumber = rest.find((part) => /^\d[\d ]{5,}$/.test(part))?.replace(/ /g, '');
    const address = rest.filter((part) => !/^\d[\d ]{5,}$/.test(part)).join(', ');
    if (!/\p{L}/u.test(name) || (idNumber && !/^(\d{9}|\d{12})$/.test(idNumber))) bad.push(i + 1);
    else signatories.push({ name, ...(idNumber && { idNumber }), ...(address && { address }) });
  });
  return { signatories, bad };
}
