import PizZip from 'pizzip';

/** The words of a Word file, paragraph by paragraph. */
export const textOf = (paper: Buffer): string =>
  [
    ...new PizZip(paper)
      .file('word/document.xml')!
      .asText()
      .matchAll(/<w:t(?: [^>]*)?>([^<]*)|<w:br\/>|<\/w:p>/g),
  ]
    .map(([, text]) => text ?? '\n')
    .join('');

export const linesOf = (paper: Buffer): string[] => textOf(paper).split('\n');

/** What work refuses with. */
export function refusal(work: () => unknown): { code: string; message: string; problems: { detail: string }[] } {
  try {
    work();
  } catch (error) {
    return error as ReturnType<typeof refusal>;
  }
  throw new Error('not refused');
}
