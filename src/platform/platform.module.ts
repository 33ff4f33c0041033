import { BullModule } from '@nestjs/bullmq';
import { Global, Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeFeed } from './change-feed.js';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { databaseOptions, openDatabase } from './database.js';
import { DatabaseFile } from './database-file.js';
import { FileStore } from './file-store.js';
import { Answers } from './given-again.js';
import { MailSettings } from './mail-settings.js';
import { Metrics } from './metrics.js';
import { MetricsPort } from './metrics-port.js';
import { Outgoing } from './outgoing.js';
import { queueConnection, type QueueConnection } from './queue-connection.js';
import { Sealing } from './sealing.js';
import { Transaction } from './transaction.js';
import { VirusScan } from './virus-scan.js';

const QUEUE_CONNECTION = Symbol('queue connection');

/** The embedded engine and the pool outlive every Queue and Worker, which close before this hook runs. */
@Injectable()
class QueueLifetime implements OnApplicationShutdown {
  constructor(@Inject(QUEUE_CONNECTION) private readonly queue: QueueConnection) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    const sealing = new Sealing(config.secretKeyFile);
    const queue = {
      module: QueueModule,
      global: true,
      providers: [{ provide: QUEUE_CONNECTION, useFactory: () => queueConnection(config) }, QueueLifetime],
      exports: [QUEUE_CONNECTION],
    };
    const database = (role: 'write' | 'read') =>
      TypeOrmModule.forRootAsync({
        ...(role === 'read' && { name: 'read' }),
        useFactory: () => databaseOptions(config, role),
        dataSourceFactory: (options) => openDatabase(options!, sealing),
      });
    return {
      module: PlatformModule,
      imports: [
        queue,
        database('write'),
        database('read'),
        BullModule.forRootAsync({
          inject: [QUEUE_CONNECTION],
          useFactory: ({ connection }: QueueConnection) => ({ connection }),
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useFactory: () => new Clock(config.clockOffsetMs) },
        {
          provide: MailSettings,
          useFactory: () => new MailSettings(config.smtpUrl, config.mailFrom, config.allowPrivateTargets),
        },
        { provide: Sealing, useValue: sealing },
        {
          provide: Metrics,
          useFactory: () => (config.metricsPort === undefined ? new Metrics() : Metrics.counting()),
        },
        Answers,
        ChangeFeed,
        DatabaseFile,
        FileStore,
        MetricsPort,
        Outgoing,
        Transaction,
        VirusScan,
      ],
      exports: [
        CONFIG,
        Answers,
        ChangeFeed,
        Clock,
        DatabaseFile,
        FileStore,
        MailSettings,
        Metrics,
        Outgoing,
        Sealing,
        Transaction,
        VirusScan,
      ],
    };
  }
}

@Module({})
class QueueModule {}
