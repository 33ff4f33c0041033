import { join } from 'node:path';

/** What the environment says of backups; `.env.example` tells it at length. */
export interface BackupSettings {
  /** Folder of the archives. */
  dir: string;
  /** `HH:MM` in the ward. Absent: no nightly backup, and no warning that one is missing. */
  at?: string;
  /** How many archives stay. */
  keep: number;
  /** Seals archives and opens them. */
  passphrase?: string;
  /** age public key archives are sealed to: this machine can then write them but not read them. */
  recipient?: string;
  /** age secret key, or a file that holds it; opens what was sealed to `recipient`. */
  identity?: string;
  /** An upgrade takes a backup first. */
  beforeUpgrade: boolean;
  /** Path of pg_dump, with pg_restore beside it. Absent: the newest one found on this machine. */
  pgDump?: string;
}

const shortest = 12;

/** Adds every mistake to `faults`. */
export function readBackupSettings(env: NodeJS.ProcessEnv, dataDir: string, faults: string[]): BackupSettings {
  const at = env.BACKUP_AT ?? '02:30';
  if (at && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) faults.push('BACKUP_AT phải có dạng giờ:phút, ví dụ 02:30.');
  const keep = Number(env.BACKUP_KEEP || 14);
  if (!Number.isInteger(keep) || keep < 1) faults.push('BACKUP_KEEP phải là số nguyên từ 1.');
  if (env.BACKUP_KEY && env.BACKUP_KEY.length < shortest)
    faults.push(`BACKUP_KEY phải dài ít nhất ${shortest} ký tự: ai đoán được nó thì đọc được mọi hồ sơ.`);
  if (env.BACKUP_KEY && env.BACKUP_RECIPIENT) faults.push('Chỉ đặt một trong hai: BACKUP_KEY hoặc BACKUP_RECIPIENT.');
  if (env.BACKUP_RECIPIENT && !env.BACKUP_RECIPIENT.startsWith('age1'))
    faults.push('BACKUP_RECIPIENT phải là khóa công khai age, bắt đầu bằng "age1".');
  if (env.BACKUP_BEFORE_UPGRADE && !['yes', 'no'].includes(env.BACKUP_BEFORE_UPGRADE))
    faults.push('BACKUP_BEFORE_UPGRADE phải là "yes" hoặc "no".');
  return {
    dir: env.BACKUP_DIR || join(dataDir, 'backups'),
    at: at || undefined,
    keep,
    passphrase: env.BACKUP_KEY || undefined,
    recipient: env.BACKUP_RECIPIENT || undefined,
    identity: env.BACKUP_IDENTITY || undefined,
    beforeUpgrade: env.BACKUP_BEFORE_UPGRADE !== 'no',
    pgDump: env.PG_DUMP || undefined,
  };
}
