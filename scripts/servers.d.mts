export function startPostgres(
  binaries: string,
  folder: string,
  more?: Record<string, string>,
): Promise<{
  url: string;
  stop(): Promise<void>;
  restart(signal: 'SIGINT' | 'SIGQUIT', awayMs?: number): Promise<void>;
}>;
