import { crc32 } from 'node:zlib';

/** A zip without compression; `claims` is the size the table of contents gives an entry instead of its own. */
export function zip(files: Record<string, string>, claims: Record<string, number> = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(claims[name] ?? content.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const local = Buffer.from(shared);
    local.writeUInt32LE(content.length, 18);
    locals.push(Buffer.from('PK\x03\x04'), local, path, content);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, rest, path);
    offset += 30 + path.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const office = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
};

/** What a word processor or a spreadsheet writes, with as little in it as can be. */
export function officeFile(kind: keyof typeof office, more: Record<string, string> = {}, claims = {}): Buffer {
  const [type, main] = office[kind] as [string, string];
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  return zip({ '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [main]: '<x/>', ...more }, claims);
}
