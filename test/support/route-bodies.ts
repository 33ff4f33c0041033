import type { Right } from '../../src/access/rights.js';
import { document } from './api-document.js';

export interface Operation {
  name: string;
  method: string;
  path: string;
  right: Right | undefined;
  parameters: readonly { name: string; in: string; required?: boolean }[];
}

/** Every route of the API document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    right: (operation as { 'x-may'?: Right })['x-may'],
    parameters: (operation as { parameters?: Operation['parameters'] }).parameters ?? [],
  })),
);

const scan = () => {
  const form = new FormData();
  form.append('name', 'petition');
  form.append('file', new Blob(['%PDF-1.4\n%%EOF'], { type: 'application/pdf' }), 'don.pdf');
  return form;
};
const letter = (on: string) => ({ kind: 'inventory-notice', on, signerRank: 'chair', signer: 'Nguyễn Văn Thử' });
const checking = { sheet: 'Nhập', headerRow: 1, columns: [{ name: 'name', at: 0 }] };
const reason = { reason: 'Làm việc với công dân' };

/** Bodies that pass the first look, so that the answer tells of the right and not of the form. */
export function bodyFor(name: string, on: string, version = 1): object {
  const bodies: Record<string, object | (() => object)> = {
    'POST /api/cases/{id}/actions/{action}': { version, on },
    'POST /api/cases/{id}/corrections': { version, reason: 'Sửa tên', title: 'Hộ thử' },
    'POST /api/cases/{id}/reopen': { version, reason: 'Mở lại', on, toState: 'notified' },
    // An old version: nothing is merged, and a case released would no longer be the person's own.
    'POST /api/cases/{id}/assignee': { version: 99, assigneeId: null },
    'POST /api/cases/{id}/links': { version, type: 'project', to: null },
    'POST /api/cases/{id}/merge': { version: 99, into: 'DT-2023-999' },
    'POST /api/cases/{id}/undo-merge': { version, reason: 'Nhầm' },
    'POST /api/cases/{id}/contacts': { version, type: 'visit', on },
    'POST /api/cases/{id}/contacts/{contact}/take-back': { version, reason: 'Ghi nhầm hộ' },
    'POST /api/cases/{id}/notes': { note: 'Đã gọi điện' },
    'POST /api/cases/{id}/people': { version, people: [{ role: 'holder', name: 'Nguyễn Văn Thử' }] },
    'POST /api/cases/{id}/documents': scan,
    'POST /api/cases/{id}/shares': { toAccountId: 1, reason: 'Cùng làm' },
    'POST /api/cases/{id}/secrets': reason,
    'POST /api/cases/{id}/documents/{document}/file': reason,
    'POST /api/cases/{id}/legal-hold': { held: true, reason: 'Đang kiện ra Tòa' },
    'POST /api/cases/{id}/letters': letter(on),
    'POST /api/cases/{id}/letters/look': letter(on),
    'POST /api/cases/{id}/letters/preview': letter(on),
    'POST /api/cases/{id}/letters/{letter}/service': { how: 'posted', on, to: 'Chủ hộ', by: 'Văn thư' },
    'PUT /api/letter-templates/{kind}/in-use': { version: null },
    'POST /api/people/search': { q: 'Nguyễn' },
    'POST /api/cases/similar': { content: 'Đề nghị đo lại ranh giới thửa đất' },
    'POST /api/imports/{id}/check': checking,
    'POST /api/account-imports/{id}/check': checking,
    'PUT /api/webhook-events': { events: [] },
    'PATCH /api/views/{id}': { name: 'Khác' },
  };
  const body = bodies[name] ?? {};
  return typeof body === 'function' ? (body as () => object)() : body;
}
