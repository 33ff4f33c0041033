import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { BackupProcessor, BACKUPS, BackupWatch } from './backup-queue.js';
import { NightlyBackup } from './nightly-backup.js';

/** The nightly backup; part of the process that runs the jobs. */
@Module({
  imports: [BullModule.registerQueue({ name: BACKUPS })],
  providers: [NightlyBackup, BackupProcessor, BackupWatch],
})
export class BackupsModule {}
