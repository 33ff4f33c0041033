import { DomainError } from '../domain/errors.js';

export interface OutsideFault {
  code: string;
  /** For the operator: what is wrong. */
  state: string;
  /** For whoever sent the request: what became of it, and what to do. */
  detail: string;
  /** What the operating system, SQLite or PostgreSQL calls it. */
  known: readonly (string | RegExp)[];
}

const notSaved = 'nội dung chưa được lưu';

const faults: readonly OutsideFault[] = [
  {
    code: 'storage-full',
    state: 'ổ đĩa đầy',
    detail: `Ổ đĩa của máy chủ đã đầy; ${notSaved}. Hãy báo quản trị dọn chỗ trống rồi gửi lại.`,
    known: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'],
  },
  {
    code: 'storage-read-only',
    state: 'ổ đĩa chỉ cho đọc',
    detail: `Ổ đĩa của máy chủ đang chỉ cho đọc; ${notSaved}. Hãy báo quản trị mở lại quyền ghi rồi gửi lại.`,
    known: ['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY', '25006'],
  },
  {
    code: 'storage-failing',
    state: 'ổ đĩa báo lỗi',
    detail: `Ổ đĩa của máy chủ báo lỗi; ${notSaved}. Hãy báo quản trị kiểm tra ổ đĩa rồi gửi lại.`,
    known: ['EIO', 'EFBIG', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', '58030'],
  },
  {
    code: 'database-damaged',
    state: 'tệp dữ liệu bị hỏng',
    detail:
      'Tệp dữ liệu trên máy chủ bị hỏng hoặc không phải tệp của Mặt Bằng. Hãy báo quản trị khôi phục bản sao lưu.',
    known: ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'XX001', 'XX002'],
  },
  {
    code: 'database-away',
    state: 'không kết nối được máy chủ dữ liệu',
    detail:
      'Máy chủ dữ liệu đang khởi động lại hoặc mất kết nối. Hãy gửi lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị.',
    known: [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      '53300',
      /^57P0[123]$/,
      /^08\w{3}$/,
      // The driver and TypeORM have words for a line that broke, and no codes.
      /Connection terminated|connection error and is not queryable|Client was closed|timeout exceeded when trying to connect|was already released|Query runner already released/,
    ],
  },
];

/** Each is a 503, for the same request can succeed later as it stands. */
export const outsideFaults: readonly string[] = [...faults.map(({ code }) => code), 'database-replaced'];

/** What failed outside the product (a full disk, a database away); undefined for anything else, a bug for all we know. */
export function outsideFault(error: unknown): OutsideFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const words = wordsOf(error);
  return faults.find(({ known }) =>
    known.some((each) => words.some((word) => (typeof each === 'string' ? each === word : each.test(word)))),
  );
}

/** The same as a refusal for whoever asked. */
export function refusalOf(error: unknown): DomainError | undefined {
  const fault = outsideFault(error);
  return fault && new DomainError(fault.code, fault.detail);
}

/** Codes and messages of the error, of the driver's error inside it, and of the addresses tried. */
function wordsOf(error: Error): string[] {
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [driverError];
  return [
    ...(typeof code === 'string' ? [code] : []),
    error.message,
    ...inner.flatMap((each) => (each instanceof Error ? wordsOf(each) : [])),
  ];
}
