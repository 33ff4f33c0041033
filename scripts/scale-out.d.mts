export interface Running {
  name: string;
  /** Of an api. */
  url?: string;
  /** What it said so far. */
  out: string;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

export interface Stack {
  /** Of the proxy. */
  url: string;
  processes: Record<string, Running>;
  /** When the processes were started, all at once. */
  startedAt: number;
  databaseUrl: string;
  redisUrl: string;
  dataDir: string;
  backupDir: string;
  /** One that died, as `restart` would; `other` variables go before the first ones. */
  again(name: string, other?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

export function scaleOut(options?: {
  variables?: Record<string, string>;
  more?: Record<string, string>;
}): Promise<Stack>;
