import type { DataSource } from 'typeorm';

/** Which of the two databases a manager, or a runner, speaks to. */
export const isPostgres = ({ connection }: { connection: DataSource }): boolean =>
  connection.options.type === 'postgres';
