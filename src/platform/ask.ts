import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Rows of SQL with named parameters (`:unitId`, `:...kinds`), written once for both databases. */
export function ask<R>(manager: EntityManager, sql: string, parameters: ObjectLiteral): Promise<R[]> {
  const [query, values] = manager.connection.driver.escapeQueryWithParameters(sql, parameters, {});
  return manager.query<R[]>(query, values);
}
