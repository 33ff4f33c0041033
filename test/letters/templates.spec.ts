import PizZip from 'pizzip';
import { builtInTemplate } from '../../src/letters/built-in-template.js';
import { checkTemplate, fillTemplate, type LetterValues } from '../../src/letters/fill-template.js';
import { letterFields, letterLoops, nameKey } from '../../src/letters/letter-fields.js';
import { letterKind, letterKinds } from '../../src/letters/letter-kinds.js';
import { refusal, textOf } from './letter-text.js';

const part = 'word/document.xml';
/** The template as somebody has changed its words in Word. */
function edited(template: Buffer, change: (xml: string) => string): Buffer {
  const zip = new PizZip(template);
  const before = zip.file(part)!.asText();
  const after = change(before);
  expect(after).not.toBe(before);
  zip.file(part, after);
  return zip.generate({ type: 'nodebuffer' });
}
/** Every field with its example, two rows of each. */
const all: LetterValues = {
  values: Object.fromEntries(letterFields.map(({ name, example }) => [nameKey(name), example])),
  rows: Object.fromEntries(
    letterLoops.map(({ name, fields }) => [
      nameKey(name),
      ['A', 'B'].map((n) => Object.fromEntries(fields.map((each) => [nameKey(each.name), `${each.example} ${n}`]))),
    ]),
  ),
};

test.each(letterKinds.map(({ id }) => id))('%s fills without an unknown field, and no brace is left', async (id) => {
  const { content, missing } = fillTemplate(await builtInTemplate(letterKind(id)), all);
  expect(missing).toEqual([]);
  expect(textOf(content)).not.toMatch(/[{}]/);
});

test('what the case does not know is dotted and named', async () => {
  const { content, missing } = fillTemplate(await builtInTemplate(letterKind('payment-receipt')), {
    values: { [nameKey('Chủ hộ')]: 'Trần Thị B', [nameKey('Số tiền')]: '465.479.000' },
    rows: {},
  });
  expect(missing).toContain('Số tiền bằng chữ');
  expect(missing).not.toContain('Thân nhân');
  expect(textOf(content)).toContain('Bằng chữ: ……………');
});

test('a line broken in Word is broken in the letter, and what no paper may hold is left out', async () => {
  const { content } = fillTemplate(await builtInTemplate(letterKind('payment-receipt')), {
    values: { ...all.values, [nameKey('Chủ hộ')]: 'Trần Thị B\v(vợ ông \u0001C)' },
    rows: all.rows,
  });
  expect(textOf(content)).toMatch(/Trần Thị B\s*\(vợ ông C\)/);
});

describe('a template edited in Word', () => {
  const decision = letterKind('compulsory-inventory-decision');

  test('a field moved elsewhere is filled where it now stands', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replace('Theo đề nghị của công chức địa chính.', 'Xét đề nghị ngày {Ngày văn bản} về hộ {chủ  HỘ},'),
    );
    expect(textOf(fillTemplate(template, all).content)).toContain('Xét đề nghị ngày 05/02/2026 về hộ Trần Thị B,');
  });

  test('a tag that Word has cut over three runs is one tag', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replace(
        'Theo đề nghị của công chức địa chính.',
        'Hộ {Ch</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ủ h</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>ộ}',
      ),
    );
    expect(textOf(fillTemplate(template, all).content)).toContain('Hộ Trần Thị B');
  });

  test('decomposed letters, as a Mac types them, are the same name', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replaceAll('{Chủ hộ}', '{Chủ hộ}'.normalize('NFD')),
    );
    expect(fillTemplate(template, all).missing).toEqual([]);
  });

  test('a row of a table comes again for each parcel, also with a column added', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replace('{#Thửa đất}{Tờ - thửa}', '{#Thửa đất}{Tờ - thửa} của {Chủ hộ}'),
    );
    const text = textOf(fillTemplate(template, all).content);
    expect(text).toContain('12-5 A của Trần Thị B');
    expect(text).toContain('12-5 B của Trần Thị B');
  });

  test('misspelt fields are all named, each with the nearest there is, and nothing is produced', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml
        .replace('Theo đề nghị của công chức địa chính.', '{Chu ho} {Ngày làm việt} {Xyz}')
        .replace('{Diện tích thửa}', '{Diện tích thữa}'),
    );
    for (const work of [() => checkTemplate(template), () => fillTemplate(template, all)]) {
      const { code, message, problems } = refusal(work);
      expect(code).toBe('bad-template');
      expect(problems.map(({ detail }) => detail)).toEqual([
        'Không có trường "{Chu ho}"; có phải "Chủ hộ" không?',
        'Không có trường "{Ngày làm việt}"; có phải "Ngày làm việc" không?',
        'Không có trường "{Xyz}".',
        'Không có trường "{Diện tích thữa}"; có phải "Diện tích thửa" không?',
      ]);
      expect(message).toContain('Ngày làm việc');
    }
  });

  test('a field of a row outside its rows, and a loop there is none of, are named', async () => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replace('Theo đề nghị của công chức địa chính.', '{Họ tên} {#Những ngưòi}{Họ tên}{/Những ngưòi}'),
    );
    expect(refusal(() => checkTemplate(template)).problems.map(({ detail }) => detail)).toEqual([
      'Trường "{Họ tên}" chỉ dùng giữa "{#Những người}" và "{/Những người}".',
      'Không có đoạn lặp "{#Những ngưòi}"; có phải "Những người" không?',
    ]);
  });

  test.each([
    ['{Chủ hộ', 'chưa có dấu "}"'],
    ['Chủ hộ}', 'thiếu dấu "{"'],
    ['{#Những người}{Họ tên}', 'chưa có "{/Những người}"'],
    ['{/Những người}', 'không có "{#Những người}"'],
    ['{#Những người}{Họ tên}{/Giấy tờ}', 'lại đóng bằng'],
    ['{@Chủ hộ}', 'Chủ hộ'],
  ])('a broken tag is named: %s', async (tag, words) => {
    const template = edited(await builtInTemplate(decision), (xml) =>
      xml.replace('Theo đề nghị của công chức địa chính.', tag),
    );
    const { code, message } = refusal(() => fillTemplate(template, all));
    expect(code).toBe('bad-template');
    expect(message).toContain(words);
  });

  test('what is no Word file is refused in words', () => {
    expect(refusal(() => checkTemplate(Buffer.from('xin chào'))).message).toContain('.docx');
  });
});
