import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { fieldNamed, nameKey } from './letter-fields.js';
import { badTemplate, brokenTags, marksOfDraft, unknownFields, type Part } from './template-faults.js';

/** What a letter is filled with: each value by `nameKey` of its field, rows by that of their loop. */
export interface LetterValues {
  values: Readonly<Record<string, string>>;
  rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Printed where nothing is known, to be written in by hand. */
const dots = '……………';

/**
 * The letter, and the fields for which the case holds nothing, each named once. An empty cell of a row is no gap.
 * @throws DomainError bad-template naming every broken tag, or every field there is none of; nothing is produced then
 */
export function fillTemplate(template: Buffer, { values, rows }: LetterValues): { content: Buffer; missing: string[] } {
  const missing = new Set<string>();
  const paper = opened(template, ({ module, value }) => {
    if (module) return undefined;
    missing.add(fieldNamed(value)?.name ?? value);
    return dots;
  });
  const given = Object.fromEntries(
    // A line broken in Word comes over the clipboard as a vertical tab, which no paper may hold.
    Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [[name, value.replaceAll('\v', '\n')]])),
  );
  paper.render({ ...given, ...rows });
  const zip = paper.getZip() as PizZip;
  const content = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  return { content, missing: [...missing] };
}

/** Looks through a template without filling it. @throws DomainError bad-template */
export function checkTemplate(template: Buffer): void {
  opened(template, () => '');
  const left = marksOfDraft(partsOf(new PizZip(template)).map((part) => part.asText()));
  if (left.length > 0) throw badTemplate('Mẫu còn là bản nháp', left);
}

const partsOf = (zip: PizZip) => zip.file(/^word\/[^/]+\.xml$/);

/** The template, its tags all closed and known. Word cuts a tag over several runs; the library joins them. */
function opened(template: Buffer, nullGetter: (part: Part) => unknown): Docxtemplater {
  const parts: Part[] = [];
  const listen = {
    name: 'parts',
    set: ({ inspect }: { inspect?: { postparsed?: Part[] } }) => void parts.push(...(inspect?.postparsed ?? [])),
  };
  let paper: Docxtemplater;
  try {
    const options = {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false as const,
      modules: [listen],
    };
    const zip = new PizZip(template);
    // The library reads over a hyphen that does not break, as if the name had none.
    for (const part of partsOf(zip))
      zip.file(part.name, part.asText().replaceAll('<w:noBreakHyphen/>', '<w:t>\u2011</w:t>'));
    paper = new Docxtemplater(zip, { ...options, nullGetter, parser });
  } catch (error) {
    throw brokenTags(error);
  }
  const unknown = unknownFields(parts);
  if (unknown.length === 0) return paper;
  throw badTemplate('Mẫu còn chỗ sai', unknown);
}

/** A name as it was typed finds its value; what the row has not the case has. */
function parser(tag: string) {
  const key = nameKey(tag);
  return {
    get: (scope: unknown) =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, key)
        ? (scope as Record<string, unknown>)[key]
        : undefined,
  };
}
