import { announce } from './announce.js';
import type { TakenBackup } from './backups/take-backup.js';
import type { Instant } from './domain/plain-date.js';
import type { Config } from './platform/config.js';
import type { SchemaState } from './platform/database.js';

/** An older program on a newer database would write what the newer one cannot read. */
export function refuseNewer({ unknown }: SchemaState): void {
  if (unknown.length > 0)
    throw new Error(
      `Dữ liệu này do một bản mới hơn của chương trình ghi (${unknown.join(', ')}). Hãy chạy bản đó, hoặc khôi phục bản sao lưu trước khi nâng cấp. Chưa có gì bị thay đổi.`,
    );
}

/** @throws Error when there is data and no copy of it could be made: then nothing is upgraded */
export async function copyBeforeUpgrade(
  config: Config,
  { pending, inUse }: SchemaState,
  at: Instant,
): Promise<TakenBackup | undefined> {
  if (!inUse || pending.length === 0 || !config.backup.beforeUpgrade) return undefined;
  announce('Đang sao lưu trước khi nâng cấp dữ liệu…');
  try {
    const { takeBackup } = await import('./backups/take-backup.js');
    return await takeBackup(config, at, 'before-upgrade');
  } catch (error) {
    throw new Error(
      `chưa nâng cấp dữ liệu, vì không sao lưu trước được: ${(error as Error).message} Nếu đã tự sao lưu bằng cách khác, hãy đặt BACKUP_BEFORE_UPGRADE=no.`,
      { cause: error },
    );
  }
}
