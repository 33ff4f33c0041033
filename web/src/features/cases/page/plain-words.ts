/**
 * A refusal without the names a program uses: `"people.0.idNumber" không đúng mẫu.` stands at its field already, and
 * a step is known by its Vietnamese name, not by the code in brackets behind it.
 */
export function plainWords(detail: string): string {
  const text = detail.replace(/"[a-z][A-Za-z0-9.]*" (?=\p{Ll})/gu, '').replace(/ \([a-z]+(?:[-_][a-z]+)*\)/g, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
