/** Letters of the fonts before Unicode, seen as the Latin letters they are stored as. */
const tcvn3 = [
  // An accented capital after a small letter: "NguyÔn".
  /\p{Ll}[\u00c0-\u00d6\u00d8-\u00de]/u,
  // Signs that stand for letters, beside a letter: "V¨n", "®Êt".
  /\p{L}[¨©ª®«¬¸µ¶·¹»¼½¾]|[¨©ª®«¬¸µ¶·¹»¼½¾]\p{L}/u,
];
const vni = [
  /[aA][\u00c0-\u00fc]/,
  /[eE][áâàåãäùøûõïÁÂÀÅÃÄÙØÛÕÏ]/,
  /[oO][åäùøûõïúüÅÄÙØÛÕÏÚÜ]/,
  /[uU][ùøûõïÙØÛÕÏ]/,
  /[yY][ùøûõÙØÛÕ]/,
  /ñ\p{L}|Ñ\p{L}|\p{L}ö/u,
];
/** Letters that only Unicode text has. */
const unicode = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/;

/** Which old encoding a text is typed in; Vietnamese proper is never taken for one. */
export function legacyFontOf(text: string): 'TCVN3' | 'VNI' | undefined {
  if (!/[\u00a8-\u00ff]/.test(text) || unicode.test(text)) return undefined;
  if (vni.some((pattern) => pattern.test(text))) return 'VNI';
  return tcvn3.some((pattern) => pattern.test(text)) ? 'TCVN3' : undefined;
}
