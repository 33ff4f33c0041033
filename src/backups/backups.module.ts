import { Module } from '@nestjs/common';
import { BackupProcessor, backupQueue, BackupWatch } from './backup-queue.js';
import { NightlyBackup } from './nightly-backup.js';

/** The nightly backup; part of the process that runs the jobs. */
@Module({
  imports: [backupQueue],
  providers: [NightlyBackup, BackupProcessor, BackupWatch],
})
export class BackupsModule {}
