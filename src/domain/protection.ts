import type { Variant } from './workflow/workflow.js';
import type { Fields } from './workflow/fields.js';

/**
 * Whoever denounces is kept secret: name, address, handwriting and whatever else would tell who it is (Luật Tố cáo 2018
 * Điều 8 khoản 3, Điều 9 khoản 1 điểm b). From classification on, or from intake on where the clerk says so.
 */
export const needsProtection = ({ variant, fields }: { variant: Variant | null; fields: Fields }): boolean =>
  variant === 'denunciation' || fields.protectSender === true;

/** What a protected petition is called wherever somebody may see it who may not open it. */
export const neutralTitle = (variant: Variant | null): string =>
  variant === 'denunciation' ? 'Tố cáo (nội dung được bảo vệ)' : 'Đơn thư (nội dung được bảo vệ)';

/**
 * The title of a case in notices, which leave by e-mail and webhook and cannot be called back: until a petition is
 * classified nobody knows that it is no denunciation.
 */
export const titleInNotice = (file: { kind: string; variant: Variant | null; title: string }): string =>
  file.kind === 'citizen-petition' && file.variant === null ? 'Đơn thư chưa phân loại' : file.title;

/** In place of a value that stays sealed. */
export const hidden = '(được bảo vệ)';
