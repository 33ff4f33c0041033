export function freePort(): Promise<number>;

interface StartedPostgres {
  url: string;
  stop(): Promise<void>;
  restart(signal: 'SIGINT' | 'SIGQUIT', awayMs?: number): Promise<void>;
}

export function startPostgres(
  binaries: string,
  folder: string,
  more?: Record<string, string>,
): Promise<StartedPostgres>;

export function startReplica(
  binaries: string,
  folder: string,
  primaryUrl: string,
  more?: Record<string, string>,
): Promise<StartedPostgres>;
